// Just enough English inflection for the head words of cues: a known stem decides, so wrong guesses do no harm.

const irregular: Readonly<{ [form: string]: string }> = {
  said: "say",
  told: "tell",
  wrote: "write",
  written: "write",
  spoke: "speak",
  spoken: "speak",
  thought: "think",
  felt: "feel",
  found: "find",
  made: "make",
  gave: "give",
  given: "give",
  took: "take",
  taken: "take",
  saw: "see",
  seen: "see",
  heard: "hear",
  held: "hold",
  knew: "know",
  known: "know",
  meant: "mean",
  sought: "seek",
  swore: "swear",
  sworn: "swear",
  forecast: "forecast",
  foresaw: "foresee",
  understood: "understand",
  shown: "show",
  laid: "lay",
  led: "lead",
  lied: "lie",
  lying: "lie",
  lies: "lie",
  shot: "shoot",
  sent: "send",
  sang: "sing",
  sung: "sing",
  began: "begin",
  begun: "begin",
  went: "go",
  gone: "go",
  goes: "go",
  came: "come",
  did: "do",
  does: "do",
  done: "do",
  had: "have",
  has: "have",
  is: "be",
  are: "be",
  was: "be",
  were: "be",
  been: "be",
  being: "be",
  tore: "tear",
  drew: "draw",
  learnt: "learn",
  dreamt: "dream",
  forbade: "forbid",
  bade: "bid",
  misspoke: "misspeak",
  withheld: "withhold",
  broke: "break",
  kept: "keep",
  stood: "stand",
  brought: "bring",
  bought: "buy",
  beginning: "begin",
  according: "according",
  words: "word",
  news: "news",
  wanna: "want",
}

/** What a word may be a form of, likeliest first: "denies" deny; "planning" plan, planning; "criticised" criticize. */
export function lemmasOf(word: string): string[] {
  const plain = word.replace(/'s$/, "")
  const known = Object.hasOwn(irregular, plain) ? irregular[plain] : undefined
  if (known) return [known, plain]
  const stems = [...endings(plain), plain].map((stem) => stem.replace(/is(e|ing|ed|es)?$/, "iz$1"))
  return [...new Set([...endings(plain), plain, ...stems])]
}

function endings(word: string): string[] {
  if (/ies$|ied$/.test(word)) return [`${word.slice(0, -3)}y`]
  if (/ed$/.test(word) && word.length > 4) return fromStem(word.slice(0, -2))
  if (/ing$/.test(word) && word.length > 5) return fromStem(word.slice(0, -3))
  if (/(?:ss|x|z|ch|sh|o)es$/.test(word)) return [word.slice(0, -2), word.slice(0, -1)]
  if (/[^s]s$/.test(word) && word.length > 3) return [word.slice(0, -1)]
  return []
}

// "stat" state, "plann" plan, "call" call
function fromStem(stem: string): string[] {
  const undoubled = /([bdfglmnprt])\1$/.test(stem) ? [stem.slice(0, -1)] : []
  return [stem, `${stem}e`, ...undoubled]
}
