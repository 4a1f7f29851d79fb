import type { Keys } from "./reader.js"
import { selectedIn } from "./selecting.js"

/**
 * Checking a report with the keyboard: "a" ticks the entry that is chosen and goes on to the next, "A" accepts what is
 * ticked, "e" opens the chosen entry to correct it; words that are selected become a part of it, or an entry of their own.
 */
export function startChecking(reader: HTMLElement, { means, go }: Keys): void {
  const form = reader.querySelector<HTMLFormElement>("form.checking")
  if (!form) return
  const ticks = [...reader.querySelectorAll<HTMLInputElement>('input[name="entry"]')]
  for (const help of reader.querySelectorAll<HTMLElement>(".keys-help")) help.hidden = false
  const count = () => {
    const ticked = ticks.filter(({ checked }) => checked).length
    const output = form.querySelector("output")
    if (output) output.textContent = ticked === 0 ? " what is ticked" : ` ${ticked} of ${ticks.length}`
  }
  for (const tick of ticks) tick.addEventListener("change", count)
  count()
  form.addEventListener("submit", (event) => {
    if (ticks.some(({ checked }) => checked)) return
    event.preventDefault()
    form.querySelector("output")?.replaceChildren(": nothing is ticked")
  })

  document.addEventListener("keydown", (event) => {
    if (!means(event)) return
    const entry = chosen()
    if (event.key === "A") return form.requestSubmit()
    if (event.key === "e" && entry !== undefined) location.assign(`${form.dataset.path}/entries/${entry}#correct`)
    if (event.key !== "a") return
    event.preventDefault()
    const tick = ticks.find(({ value }) => value.split(" ")[0] === entry)
    if (tick) {
      tick.checked = true
      count()
    }
    go(1)
  })
  startPicking(reader, form)
}

const chosen = (): string | undefined => location.hash.slice(1).replace(/-text$/, "") || undefined

/** What can be done with selected words, as links to the pages that do it. */
function startPicking(reader: HTMLElement, form: HTMLFormElement): void {
  const picked = form.querySelector<HTMLElement>(".picked")
  const [words, links] = [picked?.querySelector(".picked-words"), picked?.querySelector(".picked-links")]
  if (!picked || !words || !links) return
  document.addEventListener("selectionchange", () => {
    const selected = selectedIn(reader)
    if (!selected) return
    picked.hidden = false
    words.textContent = `“${selected.words.length > 60 ? `${selected.words.slice(0, 60)}…` : selected.words}”`
    links.replaceChildren(...linksFor(form.dataset.path ?? "", selected.at))
  })
}

function linksFor(path: string, at: string): HTMLElement[] {
  const add = [
    link("a statement that was missed", `${path}/add?kind=statement&content-at=${at}`),
    link("a contact that was missed", `${path}/add?kind=contact&evidence-at=${at}`),
  ]
  const entry = chosen()
  const number = entry && document.getElementById(entry)?.textContent?.trim()
  if (!number || !document.getElementById(entry)?.matches(".number")) return add
  const of = (part: string, field: string) =>
    link(`${part} of ${number}`, `${path}/entries/${entry}?${field}-at=${at}#correct`)
  return [of("the words", "content"), of("the speaker’s name", "source"), of("the word of saying", "cue"), ...add]
}

function link(words: string, href: string): HTMLAnchorElement {
  const anchor = document.createElement("a")
  anchor.href = href
  anchor.textContent = words
  return anchor
}
