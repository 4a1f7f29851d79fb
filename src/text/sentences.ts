import type { Span } from "./span.js"

/** The sentences of every paragraph, closing marks and brackets included: `“Who did it?” asked Ruiz.` is one. */
export function findSentences(text: string, paragraphs: readonly Span[]): Span[] {
  return paragraphs.flatMap((paragraph) => {
    const inside = text.slice(paragraph.start, paragraph.end)
    const sentences: Span[] = []
    let start = 0
    const add = (end: number): void => {
      const words = inside.slice(start, end)
      const from = start + words.length - words.trimStart().length
      const to = start + words.trimEnd().length
      if (from < to) sentences.push({ start: paragraph.start + from, end: paragraph.start + to })
      start = end
    }
    for (const match of inside.matchAll(possibleEnds)) {
      const end = match.index + match[0].length
      if (end < inside.length && isEnd(inside, start, match.index, end)) add(end)
    }
    add(inside.length)
    return sentences
  })
}

// A stop, or dots as in "no . . . yes", with the marks that close after it: (“Go!”)
const possibleEnds = /(?:\. ?){2,}\.[?!.]*[)\]}"”’'»›」』]*|(?:[.?!…]+|[。！？]+)(?:''|[)\]}"”’'»›」』])*/g

function isEnd(text: string, start: number, stop: number, end: number): boolean {
  const next = text.slice(end, end + 80)
  if (/[。！？]/.test(text.charAt(stop))) return true
  if (!/^\s/.test(next)) return isJoined(text, stop, end)
  const ending = text.slice(stop, end)
  const following = next.trimStart()
  if (/^["“‘'«([]+\p{Ll}/u.test(following)) return false // a lot . . . [of] interest
  if (/^\p{Ll}/u.test(following)) return ending === "." && lowerCaseNames.test(following)
  if (/^[,;:)\].?!…\p{Pd}]/u.test(following)) return false
  if (/[?!]/.test(ending) && /[^?!]$/.test(ending)) return !attribution.test(following)
  if (ending === "!") return !/(?:Yahoo|Jeopardy)$/.test(text.slice(Math.max(0, stop - 9), stop)) || starts(following)
  if (ending !== ".") return true
  const word = /[^\s(["“‘'«\p{Pd}/]+$/u.exec(text.slice(Math.max(start, stop - 24), stop))?.[0] ?? ""
  if (/^(?:\d{1,2}|[A-Za-z])$/.test(word) && text.slice(start, stop).trimStart() === word) return false // 1. The …
  return !isAbbreviation(word, following)
}

/** "the plan.The board", "“No.”The board": a space was lost, unless it is a web address. */
function isJoined(text: string, stop: number, end: number): boolean {
  const before = text.slice(Math.max(0, stop - 3), stop)
  const after = text.slice(end, end + 3)
  if (end - stop > 1 && /^[“‘«]?\p{Lu}/u.test(after)) return /["”’'»)]$/.test(text.slice(stop, end))
  return end - stop === 1 && /^\p{Ll}{3}$/u.test(before) && /^(?:["“‘']?\p{Lu}(?:\p{Ll}|\s))/u.test(after)
}

function isAbbreviation(word: string, following: string): boolean {
  if (neverLast.has(word)) return true
  if (beforeNumber.has(word)) return /^\d/.test(following)
  if (/^[ap]\.m$/.test(word)) return afterClock.test(following)
  // U.S. · J. K. Rowling · Ph.D. · Ruiz Inc.  These may also be the last word: what follows decides.
  const dotted = /^(?:\p{L}{1,3}\.)+\p{L}{1,2}$/u.test(word) || /^\p{Lu}$/u.test(word) || mayBeLast.has(word)
  return dotted && !starts(following)
}

const starts = (following: string): boolean => starters.has(/^[\p{L}]+/u.exec(following)?.[0] ?? "“")

// "Who did it?” Maria Ruiz asked." and "“Go!” Ruiz said in May.", but not "“Go!” Ruiz said she would."
const attribution =
  /^(?:\p{Lu}[\p{L}.'’-]* ){1,4}(?:asked|said|says|asks|shouted|cried|added|wrote|tweeted|yelled|replied|joked|wondered|exclaimed|demanded)(?:[.,;:]|$| (?:in|on|at|to|of|as|during|when|while|after|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(?!\p{L}))/u

// "… on the phone. iPhone sales fell. al-Shabab denied it. de Blasio left."
const lowerCaseNames = /^(?:[ie]\p{Lu}|(?:al|el|ash)-\p{Lu}|(?:de|von|van|bin) \p{Lu})/u

// "at 9 a.m. Monday", "at 9 a.m. EST", but "at 9 a.m. Reed was there."
const afterClock =
  /^(?:[A-Z]{2,4}(?!\p{L})|(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)|Eastern|Central|Mountain|Pacific|Greenwich|\d)/u

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "))

const neverLast = words(
  "Mr Mrs Ms Mx Messrs Dr Prof Gov Govs Sen Sens Rep Reps Gen Lt Col Sgt Capt Cmdr Cdr Adm Maj Brig Cpl Pvt Rev Fr Hon " +
    "Pres Supt Det Insp Amb Atty St Ste Mt Ft vs v approx ca cf e.g i.e eg ie Lt.Gen Lt.Col Maj.Gen Asst Assn Dept Univ",
)
const beforeNumber = words("No Nos Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Art Sec Fig Vol Ch p pp")
const mayBeLast = words(
  "Inc Ltd Co Corp Cos Bros Jr Sr Esq Ave Blvd Rd Calif Fla Ala Ariz Ark Colo Conn Del Ga Ill Ind Kan Ky La Md Mass " +
    "Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo etc al PhD lbs oz ft in hr min",
)
const starters = words(
  "A An The He She It They We I You His Her Its Their Our My Your This That These Those There Here In On At By For From " +
    "With Without To Of And But Or So Yet If When While As After Before Since Until Although Though Because Once What " +
    "Who Why How Where Which No Not Now Then Also However Meanwhile Still Even Only Some Many Most All Both Each Every " +
    "More Another Other Others One Two Three Several Such According Asked Earlier Last Later Yes “",
)
