/** A run of words that both have, or only one. */
export interface Piece {
  readonly in: "both" | "asked" | "reported"
  readonly words: string
}

/** Struck where only the words asked about have it, underlined where only those reported do. */
export function Difference({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map((piece, n) => [
        n === 0 ? "" : " ",
        piece.in === "both" ? piece.words : piece.in === "asked" ? <del>{piece.words}</del> : <ins>{piece.words}</ins>,
      ])}
    </>
  )
}
