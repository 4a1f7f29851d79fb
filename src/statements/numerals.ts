import type { Span } from "../text/span.js"

/** A number written in digits or words, with what it comes to; "dozens" and "hundreds of thousands" come to none. */
export interface Numeral extends Span {
  readonly value?: number
  readonly form: "digits" | "words" | "vague" | "fraction"
}

const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  )
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ")
const scales: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  bn: 1e9,
  bln: 1e9,
  b: 1e9,
  tn: 1e12,
  trn: 1e12,
}
const parts: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
}

// no "007", "000333"
const digits = String.raw`(?!00)(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)`
const unitWord = small.slice(1).join("|")
const tensWord = `(?:${tens.join("|")})(?:[- ](?:${small.slice(1, 10).join("|")}))?`
const scaleWord = "hundred|thousand|million|billion|trillion"
// "two hundred and fifty thousand", "twenty-five", "zero"; an "and" only joins after a scale.
const below100 = `(?:${tensWord}|${unitWord})`
const wordNumber = `(?:${below100}|an?(?= (?:${scaleWord})))(?:[- ](?:${scaleWord}))*(?:(?<=hundred|thousand|million)(?: and)? ${below100}(?: (?:${scaleWord}))*)*|zero`
const halfScale = `half a (?:million|billion|trillion)`
const dozen = `(?:(?:half )?a|${small.slice(1, 10).join("|")}) dozen`
const pluralScale = "(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions)"
const vague = `${pluralScale}(?:(?: of| and) ${pluralScale})*|(?:several|a few) (?:dozen|${scaleWord})|(?:single|double|triple) digits`
const partWord = "halves|thirds|quarters|fourths|fifths|sixths|sevenths|eighths|ninths|tenths"
const onePart = "half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
const inWords = small.slice(1, 11).join("|")
const fraction = [
  `(?:${inWords}|\\d)[- ](?:${partWord})`,
  `(?<!\\band )(?:an?|one)[- ](?:${onePart})(?= of\\b| to\\b|\\b(?! ))`,
  `one-(?:${onePart})`,
  `(?:${inWords}|\\d{1,3}) (?:in|out of) (?:every )?(?:${inWords}|\\d{1,4})(?= )`,
  // not "the second half", "an hour and a half", "half an hour", "half-brother"
  "(?<!\\b(?:a|an|first|second|other|better|last|latter) )half(?![-’']|(?: an?)? (?:million|billion|trillion|hour|day|mile|year|time|century|hearted|dozen|brother|sister|past|an))",
].join("|")

const pattern = new RegExp(
  `(?<!(?<!\\b(?:USD|EUR|GBP|JPY|CHF|AUD|CAD|US|Rs))[\\p{L}]|\\p{N}|\\d[.,:/])(?:(?<fraction>${fraction})|(?<dozen>${dozen}|${halfScale})|(?<vague>${vague})|(?<digits>${digits})(?:[- ]?(?<scale>${scaleWord}|bn|tn|trn|mn|mln|bln)|(?<tail>[mkb]))?|(?<words>${wordNumber}))(?!(?!p\\b)[\\p{L}\\p{N}]|[:/]\\d)`,
  "giu",
)

/** Every number in the text, from left to right, never overlapping. */
export function findNumerals(text: string): Numeral[] {
  const found: Numeral[] = []
  for (const match of text.matchAll(pattern)) {
    const span = { start: match.index, end: match.index + match[0].length }
    const group = match.groups ?? {}
    if (group.fraction) found.push({ ...span, form: "fraction", value: fractionValue(group.fraction) })
    else if (group.dozen) found.push({ ...span, form: "words", value: dozenValue(group.dozen) })
    else if (group.vague) found.push({ ...span, form: "vague" })
    else if (group.digits)
      found.push({ ...span, form: "digits", value: digitsValue(group.digits, group.scale ?? group.tail) })
    else found.push({ ...span, form: "words", value: numberOf(match[0]) })
  }
  return found
}

/** What a number in words or digits comes to: "two hundred and fifty" 250, "1,200" 1200, "a" 1; undefined for other words. */
export function numberOf(words: string): number | undefined {
  const plain = words.trim().toLowerCase()
  if (/^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$|^\.\d+$/.test(plain)) return Number(plain.replaceAll(",", ""))
  let total = 0
  let group = 0
  for (const word of plain.split(/[\s-]+/)) {
    const units = small.indexOf(word)
    const ten = tens.indexOf(word)
    const scale = scales[word]
    if (word === "a" || word === "an") group += 1
    else if (units >= 0) group += units
    else if (ten >= 0) group += 20 + 10 * ten
    else if (word === "hundred" || word === "dozen") group = Math.max(group, 1) * (scale ?? 1)
    else if (scale && word.length > 2) {
      total += Math.max(group, 1) * scale
      group = 0
    } else if (word !== "and") return undefined
  }
  return total + group
}

function digitsValue(written: string, scale: string | undefined): number {
  const value = Number(written.replaceAll(",", "")) * (scale ? (scales[scale.toLowerCase()] ?? 1) : 1)
  return exact(value)
}

function dozenValue(written: string): number {
  const words = written.toLowerCase().split(" ")
  const scale = scales[words.at(-1) ?? ""] ?? 12
  return words[0] === "half" ? scale / 2 : scale * (numberOf(words[0] ?? "a") ?? 1)
}

// "two thirds" 0.6667, "one in five" 0.2, "half" 0.5
function fractionValue(written: string): number {
  const words = written.toLowerCase().split(/[\s-]+/)
  const last = words.at(-1) ?? ""
  const below = parts[last.replace(/halves/, "half").replace(/s$/, "")] ?? numberOf(last) ?? 1
  const above = words.length === 1 ? 1 : (numberOf(words[0] ?? "") ?? 1)
  return Math.round((above / below) * 1e4) / 1e4
}

// 4.35 × 1e9 is 4350000000.000001 in floating point
const exact = (value: number): number => Number(value.toPrecision(12))
