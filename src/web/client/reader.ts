// A reader page with a script: what belongs to one entry lights up together, and the keyboard goes through the entries.

const SWITCH = "onrecord keys"

/** Gives what goes on by so many statements, and whether keys are wanted. */
export function startReader(reader: HTMLElement): Keys {
  const parts = partsByEntry(reader)
  const light = (entries: readonly string[]) => {
    for (const lit of reader.querySelectorAll(".on")) lit.classList.remove("on")
    for (const entry of entries) for (const part of parts.get(entry) ?? []) part.classList.add("on")
  }
  const chosen = () => [location.hash.slice(1).replace(/-text$/, "")].filter((id) => parts.has(id))

  const resting = () => {
    const focused = entriesAt(document.activeElement)
    return focused.length > 0 ? focused : chosen()
  }
  const pointed = (event: Event) => {
    const entries = entriesAt(event.target)
    light(entries.length > 0 ? entries : resting())
  }
  reader.addEventListener("pointerover", pointed)
  reader.addEventListener("pointerleave", () => light(resting()))
  reader.addEventListener("focusin", pointed)

  const choose = () => {
    light(chosen())
    const [entry] = chosen()
    const card = entry === undefined ? null : reader.querySelector(`[data-card="${entry}"] details`)
    for (const open of reader.querySelectorAll<HTMLDetailsElement>("details[name][open]")) open.open = open === card
    if (card instanceof HTMLDetailsElement) card.open = true
  }
  window.addEventListener("hashchange", choose)
  choose()

  // The words of a statement are as good a place to press as its number.
  reader.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || event.target.closest("a, button, summary, .cards")) return
    const content = event.target.closest<HTMLElement>(".content")
    if (content && getSelection()?.isCollapsed) location.replace(`#${content.dataset.of}`)
  })
  return startKeys(reader)
}

export interface Keys {
  /** whether a key that was pressed means an entry: not where somebody types, nor where keys are switched off */
  readonly means: (event: KeyboardEvent) => boolean
  readonly go: (step: number) => void
}

/** Everything on the page that is part of an entry: words in the text, the card, the line in the list of contacts. */
function partsByEntry(reader: HTMLElement): Map<string, Element[]> {
  const parts = new Map<string, Element[]>()
  for (const part of reader.querySelectorAll("[data-of], [data-card], [data-entry]")) {
    for (const entry of entriesOf(part)) parts.set(entry, [...(parts.get(entry) ?? []), part])
  }
  return parts
}

function entriesOf(part: Element): readonly string[] {
  if (!(part instanceof HTMLElement)) return []
  const { of, card, entry } = part.dataset
  return (of ?? card ?? entry ?? "").split(" ").filter((id) => id !== "")
}

function entriesAt(target: EventTarget | null): readonly string[] {
  const part = target instanceof Element ? target.closest("[data-of], [data-card], [data-entry]") : null
  return part ? entriesOf(part) : []
}

/** j and k, or the arrows to the right and left, go from statement to statement. */
function startKeys(reader: HTMLElement): Keys {
  const numbers = [...reader.querySelectorAll<HTMLAnchorElement>(".block > p .number")]
  const label = reader.querySelector<HTMLElement>(".keys")
  const input = label?.querySelector("input")
  if (!label || !input) return { means: () => false, go: () => {} }
  label.hidden = false
  input.checked = localStorage.getItem(SWITCH) !== "off"
  input.addEventListener("change", () => localStorage.setItem(SWITCH, input.checked ? "on" : "off"))

  const means = ({ ctrlKey, metaKey, altKey, target }: KeyboardEvent) => {
    const types = target instanceof Element && target.closest("input:not([type=checkbox]), textarea, select")
    return input.checked && !ctrlKey && !metaKey && !altKey && !types
  }
  const go = (step: number) => {
    const next = numbers[nextPlace(numbers, step)]
    if (!next) return
    location.replace(next.hash)
    next.focus({ preventScroll: true })
    next.scrollIntoView({ block: "center" })
  }
  document.addEventListener("keydown", (event) => {
    const step = { j: 1, ArrowRight: 1, k: -1, ArrowLeft: -1 }[event.key]
    if (step === undefined || !means(event)) return
    event.preventDefault()
    go(step)
  })
  return { means, go }
}

/** After the chosen statement; where none is chosen, the first that is on the screen. */
function nextPlace(numbers: readonly HTMLAnchorElement[], step: number): number {
  const chosen = numbers.findIndex(({ hash }) => hash === location.hash && hash !== "")
  if (chosen >= 0) return chosen + step
  const visible = numbers.findIndex((number) => number.getBoundingClientRect().top >= 0)
  return Math.max(visible, 0)
}
