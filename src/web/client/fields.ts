import { type Selected, selectedIn } from "./selecting.js"

/** On the page of an entry: words that are selected in its text are taken into a field. */
export function startFields(page: HTMLElement): void {
  const text = page.querySelector(".shown")
  const buttons = [...page.querySelectorAll<HTMLButtonElement>("button.take")]
  if (!text || buttons.length === 0) return
  for (const help of page.querySelectorAll<HTMLElement>("#selecting")) help.hidden = false
  let selected: Selected | undefined
  // Pressing a button in a browser for phones takes the selection away; what was selected last counts.
  document.addEventListener("selectionchange", () => {
    selected = selectedIn(text) ?? selected
    for (const button of buttons) button.disabled = selected === undefined
  })
  for (const button of buttons) {
    button.hidden = false
    button.disabled = true
    const field = page.querySelector<HTMLTextAreaElement>(`textarea[name="${button.dataset.field}"]`)
    const at = page.querySelector<HTMLInputElement>(`input[name="${button.dataset.field}-at"]`)
    button.addEventListener("click", () => {
      if (!field || !at || !selected) return
      field.value = selected.words
      at.value = selected.at
      field.focus()
    })
  }
}
