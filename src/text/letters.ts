/** Small letters without accents: “ŁÓDŹ” → “lodz”, “Sørensen” → “sorensen”. */
export const plainLetters = (words: string): string =>
  words
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[øłđßæœıð]/g, (letter) => undecomposed[letter] ?? letter)

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
