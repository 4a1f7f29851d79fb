/** The copy buttons of cards: on whose word, the words verbatim, the report, and the link to the entry. */
export function startCopying(reader: HTMLElement): void {
  for (const button of reader.querySelectorAll<HTMLButtonElement>(".copy")) {
    button.hidden = false
    button.addEventListener("click", async () => {
      await copy(quotation(reader, button))
      const words = button.textContent
      button.textContent = "Copied"
      setTimeout(() => {
        button.textContent = words
      }, 2000)
    })
  }
}

function quotation(reader: HTMLElement, button: HTMLElement): string {
  const card = button.closest<HTMLElement>(".card")
  const chain = card?.querySelector(".chain")?.textContent ?? ""
  const { title, source } = reader.dataset
  const link = `${location.origin}${location.pathname}#${card?.dataset.card ?? ""}`
  return [chain.trim(), title && `“${title}”`, source, link].filter(Boolean).join("\n")
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
