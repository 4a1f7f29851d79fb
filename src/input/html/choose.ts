import { ancestors, type Block, isHeadingBlock } from "./blocks.js"
import { isHeading } from "./elements.js"
import type { PageElement, PageText } from "./page.js"
import { holdsSpeech, isByline, isCall, isProse, isPullQuote, type Standing, standing, tellsOfSaying } from "./signs.js"

/**
 * The blocks of the report: those Readability picked, less what is plainly not of it, and those it lost,
 * where they are of the same article and hold somebody's words or a sentence.
 *
 * Readability tries to leave a page worth reading; we must not lose a quotation. So a short
 * “No,” in a <div class="promo"> comes back, and "Sign up for our newsletter" beside it does not.
 */
export function chooseBlocks(
  blocks: readonly Block[],
  picked: ReadonlySet<PageText>,
  title: string | undefined,
): Block[] {
  const isPicked = blocks.map(
    (block) => sizeOf(block.sources.filter((text) => picked.has(text))) * 2 > sizeOf(block.sources),
  )
  const place = findPlace(blocks.filter((_, i) => isPicked[i]))
  const judge = judgeBy(place)
  let kept = blocks.map((block, i) => judge(block, isPicked[i]!))
  if (!kept.some(Boolean)) kept = blocks.map((block) => judge(block, true))
  kept = dropOpening(blocks, dropRepeated(blocks, kept))
  return dropHeadings(blocks, kept, title)
}

interface Place {
  /** The innermost element that holds nearly all that was picked. */
  readonly core: PageElement | undefined
  /** The article around it, as far as the page says where it begins and ends. */
  readonly region: PageElement | undefined
  /** Elements that hold so much of the article that their names mean nothing: <div class="has-sidebar">. */
  readonly bulk: ReadonlySet<PageElement>
}

function findPlace(picked: readonly Block[]): Place {
  const size = new Map<PageElement, number>()
  let whole = 0
  for (const block of picked) {
    whole += block.text.length
    for (const element of ancestors(block.container)) size.set(element, (size.get(element) ?? 0) + block.text.length)
  }
  const bulk = new Set([...size].filter(([, size]) => size * 3 >= whole).map(([element]) => element))
  let core: PageElement | undefined
  let smallest = 0
  for (const [element, length] of size) {
    const depth = ancestors(element).length
    if (length * 5 >= whole * 4 && depth > smallest) [core, smallest] = [element, depth]
  }
  if (!core) return { core, region: undefined, bulk }
  const path = ancestors(core)
  const article = path.find((element) => standing(element) === "body" && !isHeading(element.name))
  const around = article ?? (core.parent && !/^(body|html|#page)$/.test(core.parent.name) ? core.parent : core)
  // <div itemprop="articleBody"> leaves out the opening words that <article> has.
  const region = ancestors(around).find((element) => element.name === "article") ?? around
  return { core, region, bulk }
}

function judgeBy({ core, region, bulk }: Place): (block: Block, picked: boolean) => boolean {
  const standings = new Map<PageElement, Standing>()
  const standingOf = (element: PageElement) => {
    const known = standings.get(element) ?? (isQuoteCredit(element) ? "neutral" : standing(element))
    standings.set(element, known)
    return known
  }

  return (block, picked) => {
    const path = ancestors(block.container)
    const inCore = core !== undefined && path.includes(core)
    if (region !== undefined && !path.includes(region) && !picked) return false
    const names = path.filter((element) => !bulk.has(element)).map(standingOf)
    const { text, linked, longestLink } = block
    const speech = holdsSpeech(text)
    if (names.includes("never")) return false
    if (isLinkOnly(block) && !(picked && speech && isProse(text) && !inListOfLinks(block))) return false
    if (
      isCall(text) &&
      !(speech && /^[“„«"‘]/.test(text)) &&
      (linked > 0 || (text.length < 100 && !tellsOfSaying(text)))
    ) {
      return false
    }
    if (block.timed * 2 > text.length && !isProse(text)) return false
    if (path.slice(0, 3).some(isByline) && text.length < 120 && !speech && !isProse(text)) return false
    if (names.includes("elsewhere") && !speech) return false
    if (picked) return true
    if (names.includes("seldom") || names.includes("elsewhere") || isTeaser(block, path, region))
      return speech && longestLink * 2 < text.length
    if (linked * 2 > text.length && !speech) return false
    if (inCore && isHeadingBlock(block)) return true
    return speech || (isProse(text) && (inCore || text.length > (region?.name === "article" ? 30 : 60)))
  }
}

const sizeOf = (texts: readonly PageText[]): number => texts.reduce((sum, { text }) => sum + text.trim().length, 0)

const isLinkOnly = (block: Block): boolean => block.longestLink * 10 >= block.text.length * 9

// <li><a>One story</a></li><li><a>Another</a></li>
const inListOfLinks = (block: Block): boolean =>
  ancestors(block.container)
    .slice(0, 3)
    .some(({ name }) => name === "li")

// A small <article> in the article is about another one.
const isTeaser = (block: Block, path: readonly PageElement[], region: PageElement | undefined): boolean =>
  path.some(
    (element) =>
      element.name === "article" &&
      element !== region &&
      region !== undefined &&
      path.indexOf(element) < path.indexOf(region),
  ) && !isHeadingBlock(block)

// <figure><blockquote>“Never.”</blockquote><figcaption>Maria Lopez</figcaption></figure>
const isQuoteCredit = (element: PageElement): boolean =>
  element.name === "figcaption" &&
  element.parent?.children.some((node) => node.kind === "element" && node.name === "blockquote") === true

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "")

/** A pull quote shows words of the article a second time. One that does not is the only place where they stand. */
function dropRepeated(blocks: readonly Block[], kept: readonly boolean[]): boolean[] {
  const isPulled = blocks.map(
    (block, i) =>
      kept[i] === true && block.text.length < 1000 && ancestors(block.container).slice(0, 5).some(isPullQuote),
  )
  if (!isPulled.includes(true)) return [...kept]
  const letters = lettersOf(
    blocks
      .filter((_, i) => kept[i] && !isPulled[i])
      .map((block) => block.text)
      .join(" "),
  )
  let looks = 0
  return kept.map((keep, i) => keep && !(isPulled[i] && looks++ < 200 && letters.includes(lettersOf(blocks[i]!.text))))
}

/** "Jane Doe", "Health reporter", "4 min read": scraps that stand before the first sentence. */
function dropOpening(blocks: readonly Block[], kept: readonly boolean[]): boolean[] {
  const first = blocks.findIndex(({ text }, i) => kept[i] && (isProse(text) || holdsSpeech(text)))
  const isScrap = (block: Block) => block.text.length < 60 && !/[.!?…]$/.test(block.text) && !isHeadingBlock(block)
  return kept.map((keep, i) => keep && (i >= first || !isScrap(blocks[i]!)))
}

// The title is metadata. A heading that only had what is gone goes too: "Related stories".
function dropHeadings(blocks: readonly Block[], kept: boolean[], title: string | undefined): Block[] {
  const headings = blocks.map(isHeadingBlock)
  const first = kept.findIndex((keep, i) => keep && !headings[i])
  let followed = false
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i]!
    if (!headings[i]) followed = kept[i]! || (followed && !headings[i + 1])
    else if (!followed && !holdsSpeech(block.text)) kept[i] = false
    else if (title !== undefined && lettersOf(block.text) === lettersOf(title)) kept[i] = false
    else if (i < first && ancestors(block.container).some(({ name }) => name === "h1")) kept[i] = false
  }
  return blocks.filter((_, i) => kept[i])
}
