const PAUSE = 120
const LEAST = 2

interface Name {
  readonly name: string
  readonly reports: number
}

let lists = 0

/** Offers the names of the archive while somebody types into a field; what it may hold stays free. */
export function startNames(input: HTMLInputElement): void {
  const address = input.dataset.names
  if (address === undefined) return
  const list = document.createElement("datalist")
  lists += 1
  list.id = `names-${lists}`
  input.after(list)
  input.setAttribute("list", list.id)
  input.autocomplete = "off"

  let waiting: ReturnType<typeof setTimeout> | undefined
  let asking: AbortController | undefined
  input.addEventListener("input", () => {
    clearTimeout(waiting)
    asking?.abort()
    const typed = input.value.trim()
    if (typed.length < LEAST) {
      list.replaceChildren()
      return
    }
    waiting = setTimeout(async () => {
      asking = new AbortController()
      list.replaceChildren(...(await namesFor(address, typed, asking.signal)).map(optionOf))
    }, PAUSE)
  })
}

/** None where the archive cannot be asked: the field works as it does without a script. */
async function namesFor(address: string, typed: string, signal: AbortSignal): Promise<readonly Name[]> {
  try {
    const response = await fetch(`${address}?${new URLSearchParams({ words: typed })}`, { signal })
    return response.ok ? await response.json() : []
  } catch {
    return []
  }
}

function optionOf({ name, reports }: Name): HTMLOptionElement {
  const option = document.createElement("option")
  option.value = name
  option.label = reports === 1 ? "in 1 report" : `in ${reports} reports`
  return option
}
