/** The copy buttons of cards: on whose word, the words verbatim, the report, and the link to the entry. */
export function startCopying(reader: HTMLElement): void {
  // A card gets its button when it is opened: most never are.
  reader.addEventListener(
    "toggle",
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement) || target.name !== "entry" || target.querySelector(".copy")) return
      const button = document.createElement("button")
      button.type = "button"
      button.className = "copy"
      button.textContent = "Copy quotation"
      button.addEventListener("click", () => press(reader, button))
      target.querySelector(":scope > div > a")?.after(button)
    },
    { capture: true }, // a toggle does not rise
  )
}

async function press(reader: HTMLElement, button: HTMLButtonElement): Promise<void> {
  await copy(quotation(reader, button))
  const words = button.textContent
  button.textContent = "Copied"
  setTimeout(() => {
    button.textContent = words
  }, 2000)
}

function quotation(reader: HTMLElement, button: HTMLElement): string {
  const card = button.closest<HTMLElement>(".card")
  const entry = card?.dataset.card ?? ""
  const chain = card?.querySelector("details > div > p")?.textContent?.trim() ?? ""
  const { title, source } = reader.dataset
  const link = `${location.origin}${location.pathname}#${entry}`
  const dispute = card?.querySelector(".dispute")?.textContent
  return [`${chain}: ${wordsOf(reader, entry)}`, dispute, title && `“${title}”`, source, link]
    .filter(Boolean)
    .join("\n")
}

/** The words of a statement as they stand in the text; what the report says in between is left out with dots. */
function wordsOf(reader: HTMLElement, entry: string): string {
  let words = ""
  let last: Element | undefined
  for (const piece of reader.querySelectorAll(`.content[data-of="${entry}"]`)) {
    if (last) words += joint(last, piece)
    words += textIn(piece)
    last = piece
  }
  return words.replace(/\s+/g, " ").trim()
}

/** Nothing where one piece goes on in the next, a space where a quotation is taken up in the next paragraph. */
function joint(one: Element, other: Element): string {
  const between = textBetween(one, other)
  if (between.trim() !== "") return " … "
  return one.closest(".block") === other.closest(".block") ? between : " "
}

/** Without the numbers, which are ours. */
function textIn(piece: Element): string {
  const copied = piece.cloneNode(true) as Element
  for (const number of copied.querySelectorAll(".number")) number.remove()
  return copied.textContent ?? ""
}

function textBetween(one: Element, other: Element): string {
  const between = document.createRange()
  between.setStartAfter(one)
  between.setEndBefore(other)
  const copied = between.cloneContents()
  for (const ours of copied.querySelectorAll(".number, .cards")) ours.remove()
  return copied.textContent ?? ""
}

async function copy(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text)
  // Without https, but for the machine's own address, browsers have only the old way.
  const area = document.createElement("textarea")
  area.value = text
  document.body.append(area)
  area.select()
  document.execCommand("copy")
  area.remove()
}
