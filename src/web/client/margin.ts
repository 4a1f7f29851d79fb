/** How far below its paragraph a card may stand before room is made in the text, in pixels. */
const DRIFT = 170
const GAP = 6

/**
 * Lays the cards out beside the text. Without a script each paragraph is as tall as its cards, which tears holes into a
 * text; with one, cards that do not fit run on below, and only what would stand too far off makes room.
 */
export function startMargin(reader: HTMLElement): void {
  const text = reader.querySelector<HTMLElement>(".text")
  if (!text) return
  const wide = matchMedia("(min-width: 50.01rem)")
  const place = () => {
    text.classList.toggle("flowing", wide.matches)
    layOut(text, wide.matches)
  }
  place()
  wide.addEventListener("change", place)
  let width = text.clientWidth
  new ResizeObserver(() => {
    if (text.clientWidth === width) return
    width = text.clientWidth
    place()
  }).observe(text)
  document.fonts.ready.then(place)
}

function layOut(text: HTMLElement, wide: boolean): void {
  const blocks = [...text.querySelectorAll<HTMLElement>(".block")].map((block) => ({
    block,
    cards: block.querySelector<HTMLElement>(".cards"),
  }))
  for (const { block, cards } of blocks) {
    block.style.marginTop = ""
    if (cards) cards.style.marginTop = ""
  }
  text.style.paddingBottom = ""
  if (!wide) return
  // All is measured first and moved afterwards, so that the browser lays the page out once.
  const origin = text.getBoundingClientRect().top
  const measured = blocks.map(({ block, cards }) => ({
    block,
    cards,
    top: block.getBoundingClientRect().top - origin,
    height: cards ? heightOf(cards) : 0,
  }))
  const bottom = text.getBoundingClientRect().height
  let moved = 0
  let filled = Number.NEGATIVE_INFINITY
  for (const { block, cards, top, height } of measured) {
    if (!cards) continue
    const drift = Math.max(0, filled + GAP - (top + moved))
    const room = Math.max(0, drift - DRIFT)
    if (room > 0) block.style.marginTop = `${room}px`
    moved += room
    if (drift > room) cards.style.marginTop = `${drift - room}px`
    filled = top + moved + (drift - room) + height
  }
  const over = filled - (bottom + moved)
  if (over > 0) text.style.paddingBottom = `${over}px`
}

function heightOf(cards: HTMLElement): number {
  const last = [...cards.querySelectorAll(":scope > .card")].at(-1)
  return last ? last.getBoundingClientRect().bottom - cards.getBoundingClientRect().top : 0
}
