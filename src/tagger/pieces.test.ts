import { readFileSync } from "node:fs"
import { Tokenizer } from "@huggingface/tokenizers"
import fc from "fast-check"
import { expect, test } from "vitest"
import { findWords } from "../text/words.js"
import { makePieces, parseVocabulary } from "./pieces.js"

const lines = readFileSync("models/en/vocabulary.txt", "utf8")
const vocabulary = parseVocabulary(lines)
const pieces = makePieces(vocabulary)

// The reference: the tokenizer that the encoder was trained with, in its makers' own implementation.
const reference = new Tokenizer(
  {
    version: "1.0",
    added_tokens: [],
    normalizer: {
      type: "BertNormalizer",
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: true,
      lowercase: true,
    },
    pre_tokenizer: { type: "BertPreTokenizer" },
    post_processor: null,
    decoder: { type: "WordPiece" },
    model: {
      type: "WordPiece",
      unk_token: "[UNK]",
      continuing_subword_prefix: "##",
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(lines.split("\n").map((piece, id) => [piece, id])),
    },
  },
  {},
)

const ours = (text: string): number[] => pieces(text, findWords(text)).flat()

/** The reference sees each sign that is neither letter, digit nor punctuation (£, °, an emoji) between spaces. */
const theirs = (text: string): number[] =>
  reference.encode(text.replaceAll(/[^\s\p{L}\p{N}\p{M}\p{P}\p{C}]|\p{Cn}/gu, " $& "), { add_special_tokens: false })
    .ids

function check(text: string): void {
  expect(ours(text), JSON.stringify(text)).toEqual(theirs(text))
}

test("the examples have the reference's pieces", () => {
  for (const name of ["briefing", "dockers", "glacier", "interview", "readout", "tramline"]) {
    check(readFileSync(`examples/${name}.txt`, "utf8"))
  }
})

test("accents, capitals and joined letters are read as the reference reads them", () => {
  check("Zoë Müller-Lüdenscheidt naïvely asked José Ñandú’s façade: “Où est l’œuvre?”")
  check("İstanbul, ǅungla, STRASSE straße, ﬁne, Å (Å), ΑΘΗΝΑ και Κόρινθος, Київ, Ђоковић, Đoković")
  check("e\u0301te\u0301 and été, a\u0308\u0323pfel, ọ̀rọ̀, हिन्दी में, ภาษาไทย, עִבְרִית, العَرَبِيَّة")
  check("한국어 텍스트, 가나다")
})

test("a Chinese character is a word", () => {
  check("The sign read 日本語 and 东京2020, said 李明's aide; カタカナ, ひらがな and 日々.")
})

test("numbers and signs are read as the reference reads them", () => {
  check("1,200 troops, 3.5% of $4bn, 1½ hours, ¼, x², No.7, #7, @ruiz, 10:45 a.m., 6′2″, A&B, and/or, (a)[b]{c}<d>")
  check("£5.3m, 12€, 30°C, 5×5, → next, ≠ equal, ✓ done")
  check("Well 🙂 done 👍🏽 and 👩 too ❤️ 1️⃣ 🇬🇹")
  check("…—–-‐‑“”‘’\"'`´«»„‚!?¡¿·•§¶†‡%‰^~_|\\=+*/;:,.")
})

test("soft hyphens and joiners inside words are not there", () => {
  check("re\u00adport, week\u200bend, co\u2060operate, \u200ename\u200f, \ufeffstart, Ka\u200cbul")
})

test("a word of more than a hundred letters is unknown", () => {
  check(`${"a".repeat(100)} ${"a".repeat(101)} ${"é".repeat(100)} ${"\u{10400}".repeat(100)} ${"x1".repeat(60)}`)
})

// Three differences are wanted; findWords names them.
test("a control character parts two words, where the reference joins them", () => {
  for (const control of ["\u0000", "\u0092", "\u000c", "\u0085", "\ufffd"]) {
    expect(ours(`don${control}t`).filter((id) => id !== vocabulary.unknown)).toEqual(theirs("don t"))
  }
})

test("a sign parts what it stands between, where the reference joins it to the digits", () => {
  expect(ours("£5m")).toEqual(reference.encode("£ 5m", { add_special_tokens: false }).ids)
})

test("a mark that stands alone is an unknown word, where the reference drops it", () => {
  expect(ours("a \u0301 b")).toEqual([...theirs("a"), vocabulary.unknown, ...theirs("b")])
})

const invented = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...lines.split("\n").filter((piece) => /^#*\p{L}+$/u.test(piece))) },
    { weight: 3, arbitrary: fc.constantFrom(..." .,;:!?“”‘’\"'()[]-–—…/%$#@&*+=<>^`|~_\\") },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        "É",
        "ß",
        "İ",
        "ñ",
        "ǆ",
        "å",
        "ö",
        "Ж",
        "ї",
        "ω",
        "ά",
        "日",
        "本",
        "語",
        "々",
        "カ",
        "한",
        "ש",
        "ع",
        "ह",
        "ि",
      ),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        "£",
        "€",
        "°",
        "×",
        "½",
        "²",
        "🙂",
        "❤️",
        "👍🏽",
        "\u00ad",
        "\u200b",
        "\u0301",
        "\u0323",
      ),
    },
    { weight: 2, arbitrary: fc.nat(1_000_000).map(String) },
    { weight: 1, arbitrary: fc.constantFrom(" ", "\n", "\n\n", "\t", "\r\n", "\u00a0", "\u2009", "\u3000") },
    { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 8 }) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
  ),
  { maxLength: 40 },
)

/** What the wanted differences hang on, and capital sigma, whose small form hangs on the word after it. */
const exotic = /[\p{Cc}\p{Co}\p{Cs}\p{Cn}\ufffdΣ\u{20000}-\u{2fa1f}]|(?<![\p{L}\p{N}])\p{M}+/gu

test("thousands of invented strings have the reference's pieces", () => {
  fc.assert(
    fc.property(invented, (parts) =>
      check(
        parts
          .join("")
          .replaceAll(/[\t\n\r]/g, " ")
          .replaceAll(exotic, "")
          // Its small form depends on the next word.
          .replaceAll("Σ", ""),
      ),
    ),
    { numRuns: 3_000, seed: 1 },
  )
})

test("every word of any string has a piece, and every word lies in the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      const words = findWords(text)
      expect(pieces(text, words).every((ids) => ids.length > 0)).toBe(true)
      let end = 0
      for (const word of words) {
        expect(word.start >= end && word.end > word.start && word.end <= text.length).toBe(true)
        end = word.end
      }
    }),
  )
})

test("a vocabulary without its special pieces is refused", () => {
  expect(() => parseVocabulary("a\nb")).toThrow("the vocabulary has no [UNK]")
})
