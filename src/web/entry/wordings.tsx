import { Difference, type Piece } from "../difference.js"
import { Said, type SaidEntry } from "../entries.js"

/** How another report words the same utterance. */
export interface Wording {
  readonly statement: SaidEntry
  /** what differs from the entry's own words */
  readonly difference?: readonly Piece[]
}

/** The same utterance as other reports have it: each wording, and what differs. */
export function Wordings({ wordings }: { wordings: readonly Wording[] }) {
  if (wordings.length === 0) return null
  return (
    <section aria-labelledby="wordings">
      <h2 id="wordings">In other reports</h2>
      {wordings.some(({ difference }) => difference) && (
        <p class="facts">
          <del>Struck</del> words are only in this entry, <ins>underlined</ins> words only in the other.
        </p>
      )}
      <ol class="said">
        {wordings.map(({ statement, difference }) => (
          <li>
            <Said entry={statement} />
            {difference && (
              <p>
                <Difference pieces={difference} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
