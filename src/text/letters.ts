/** Small letters without accents: “ŁÓDŹ” → “lodz”, “Sørensen” → “sorensen”. The vowels of “मोदी” are no accents. */
export const plainLetters = (words: string): string =>
  words
    .normalize("NFKD")
    .replace(accents, "")
    .toLowerCase()
    .replace(/[øłđßæœıð]/g, (letter) => undecomposed[letter] ?? letter)

/** Marks of no script of its own, and the points of Hebrew and Arabic; not the two that tell が and ぱ from か and は. */
const accents = /(?=\p{M})(?![\u3099\u309a])[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}]/gu

/** Letters that Unicode does not take apart. */
const undecomposed: { readonly [letter: string]: string } = {
  ø: "o",
  ł: "l",
  đ: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
  ð: "d",
}

/** “王小明”, “김정은”: given names stand in one word with the surname; two letters may be the surname alone. */
export const isUnspacedName = (words: string): boolean =>
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{3,}$/u.test(words)
