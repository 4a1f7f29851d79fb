import { dayWords } from "../dates.js"
import { storyPath } from "../entry/story.js"
import { reportPath, withQuery } from "../links.js"
import { Mark, useVisit } from "../visit.js"
import type { Reading } from "./reading.js"

/** What whoever may write does with a report: accept what was ticked, add what was missed. */
export function Checking({ reading }: { reading: Reading }) {
  const { mayWrite, person } = useVisit()
  const path = reportPath(reading.record.report.id)
  if (!mayWrite) return null
  if (person === undefined) {
    return (
      <p class="checking">
        <a href={withQuery("/enter", { next: path })}>Say who you are to check and correct this record</a>
      </p>
    )
  }
  return (
    <>
      <p class="checking-help">
        Tick what you compared with the text and found right. Whatever the reading missed can be{" "}
        <a href={`${path}/add`}>added</a>
        <span hidden class="keys-help">
          {" "}
          by selecting its words
        </span>
        .
      </p>
      <form class="checking" id="ok" method="post" action={`${path}/accept`} data-path={path}>
        <Mark />
        <p class="row">
          <label>
            How you know <input name="reason" required maxlength={500} value="compared with the report" />
          </label>
          <button type="submit">
            Accept<output> what is ticked</output>
          </button>
        </p>
        <p class="picked" hidden>
          <span class="picked-words" />
          <span class="picked-links" />
        </p>
      </form>
    </>
  )
}

/** What keys do for whoever may write. */
export function CheckingKeys() {
  const { mayWrite, person } = useVisit()
  if (!mayWrite || person === undefined) return null
  return (
    <>
      , <kbd>a</kbd> ticks one as right and goes on, <kbd>Shift</kbd> <kbd>a</kbd> accepts what is ticked, <kbd>e</kbd>{" "}
      opens one to correct it
    </>
  )
}

/** What people did to an earlier reading and the newest one has no place for: never moved to a look-alike. */
export function Orphaned({ reading }: { reading: Reading }) {
  const { orphaned } = reading.handling
  if (orphaned.length === 0) return null
  return (
    <section class="notes" aria-labelledby="orphaned">
      <h2 id="orphaned">Corrections that fit nowhere in the newest reading</h2>
      <ul>
        {orphaned.map(({ number, by, at, deed, reason, words }) => (
          <li>
            No. {number}, {deed}, by {by}, {dayWords(at)}: {reason}{" "}
            {words && <span class="words">{words.slice(0, 200)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What people took out of a report: no answer has it, and it can be brought back. */
export function Withdrawn({ reading }: { reading: Reading }) {
  const { withdrawn } = reading.handling
  if (withdrawn.length === 0) return null
  return (
    <section class="notes" aria-labelledby="withdrawn">
      <h2 id="withdrawn">Withdrawn</h2>
      <ul>
        {withdrawn.map(({ id, words }) => (
          <li>
            <a href={storyPath(reading.record.report.id, id)}>{reading.numberOf(id)}</a>{" "}
            <span class="words">{words.slice(0, 200)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
