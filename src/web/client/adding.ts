const EVERY = 1000

/** How far a reading is, told as it goes on; in the end the page as it stands then. */
export function startFollowing(job: HTMLElement): void {
  if (job.dataset.over === "true") return
  setTimeout(async () => {
    const page = await newest()
    const now = page?.querySelector<HTMLElement>("#job")
    if (now?.dataset.over === "true") return location.reload()
    if (now) {
      const [words, next] = [job.querySelector("[role=status]"), now.querySelector("[role=status]")]
      // A screen reader tells what has changed, not all of it again.
      if (words && next && words.textContent !== next.textContent) words.textContent = next.textContent
      for (const part of [...job.children]) if (part !== words) part.remove()
      job.append(...[...now.children].filter((part) => part !== next))
    }
    startFollowing(job)
  }, EVERY)
}

/** Nothing where the server cannot be reached just now. */
async function newest(): Promise<Document | undefined> {
  try {
    const answer = await fetch(location.href)
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : undefined
  } catch {
    return undefined
  }
}

/** Files that are dropped anywhere on the form are chosen. */
export function startDropping(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>("input[type=file]")
  if (!input) return
  const over = (is: boolean) => form.classList.toggle("over", is)
  form.addEventListener("dragover", (event) => {
    event.preventDefault()
    over(true)
  })
  form.addEventListener("dragleave", () => over(false))
  form.addEventListener("drop", (event) => {
    event.preventDefault()
    over(false)
    if (event.dataTransfer && event.dataTransfer.files.length > 0) input.files = event.dataTransfer.files
  })
}
