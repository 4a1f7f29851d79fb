import type { Child } from "hono/jsx"
import type { Contact, Statement } from "../../record.js"
import { list } from "../../words.js"
import { sureWords } from "../reader/card.js"
import type { Reading } from "../reader/reading.js"
import { Mark, useVisit } from "../visit.js"
import { type Chapter, momentWords, type Story } from "./story.js"
import { differences, type Told, toldBy } from "./told.js"

/** What the machine read, and what people did to it, by whom, when and why; nothing of it is ever lost. */
export function History({ reading, story }: { reading: Reading; story: Story }) {
  const { machine, chapters } = story
  return (
    <section aria-labelledby="history">
      <h2 id="history">History</h2>
      <ol class="history">
        {machine && <MachineRead reading={reading} entry={machine} />}
        {chapters.map((chapter) => (
          <li id={`log-${chapter.number}`} class={chapter.state === "applied" ? undefined : "void"}>
            <p>
              <b>{chapter.by || "Somebody"}</b> {didWords(chapter)}{" "}
              <time class="facts" datetime={chapter.at}>
                {momentWords(chapter.at)}
              </time>
              {chapter.state === "undone" && <span class="badge">undone</span>}
              {chapter.state === "orphaned" && <span class="badge">does not fit what is read now</span>}
            </p>
            {chapter.words !== undefined && <blockquote>{chapter.words}</blockquote>}
            {chapter.reason && <p class="reason">{chapter.reason}</p>}
            <Changes reading={reading} chapter={chapter} />
            <Undo chapter={chapter} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function MachineRead({ reading, entry }: { reading: Reading; entry: Statement | Contact }) {
  const { version, model } = reading.record.reader
  return (
    <li>
      <p>
        {/^\d/.test(version) ? (
          <>
            <b>OnRecord {version}</b> read it <span class="facts">with the model {model}</span>
          </>
        ) : (
          <b>It was read {version}</b>
        )}
      </p>
      <Facts told={[...toldBy(reading, entry), ...scores(entry)]} />
    </li>
  )
}

function scores(entry: Statement | Contact): Told[] {
  if ("between" in entry) return [{ name: "Score", words: sureWords(entry.confidence) }]
  const { statement, speaker } = entry.confidence
  return [{ name: "Score", words: `${sureWords(statement)}; its speaker ${sureWords(speaker)}` }]
}

/** Parts of an entry below one another. */
export function Facts({ told }: { told: readonly Told[] }) {
  return (
    <dl>
      {told.map(({ name, words }) => (
        <div>
          <dt>{name}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}

function didWords({ deed, undoes }: Chapter): Child {
  if (undoes !== null)
    return (
      <>
        undid <a href={`#log-${undoes}`}>no. {undoes}</a>
      </>
    )
  return deeds[deed] ?? deed
}

const fieldWords: { readonly [field: string]: string } = {
  speakers: "who said it",
  addressees: "to whom",
  content: "the words",
  evidence: "the words",
  source: "how the speaker is named",
  cue: "the word of saying",
  kind: "the form",
  polarity: "whether it was said",
  between: "who was in contact",
  mode: "how",
  status: "whether it happened",
  within: "who tells of it",
}

const deeds: { readonly [deed: string]: string } = {
  correct: "corrected it",
  add: "added it",
  withdraw: "withdrew it",
  accept: "compared it with the report and found it right",
  dispute: "set the words of the person who disputes it beside it",
}

function Changes({ reading, chapter }: { reading: Reading; chapter: Chapter }) {
  const { deed, before, after, fields } = chapter
  if (deed === "add" && after) return <Facts told={toldBy(reading, after)} />
  if (fields) return <p class="facts">{list(fields.map((field) => fieldWords[field] ?? field))}</p>
  if (deed !== "correct" || !before || !after) return null
  return (
    <dl>
      {differences(reading, before, after).map(({ name, before: was, after: is }) => (
        <div>
          <dt>{name}</dt>
          <dd>
            {was === undefined ? <i>nothing</i> : <del>{was}</del>} →{" "}
            {is === undefined ? <i>nothing</i> : <ins>{is}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** `person`: the number of whose page it is on, to come back to. */
export function Undo({
  chapter: { number, deed, state },
  person: whose,
}: {
  chapter: Pick<Chapter, "number" | "deed" | "state">
  person?: number
}) {
  const { mayWrite, person } = useVisit()
  if (!mayWrite || person === undefined || state === "undone") return null
  const words = deed === "undo" ? "Do it again after all" : "Undo this"
  return (
    <details class="quiet">
      <summary>{words}</summary>
      <form class="deed" method="post" action={`/log/${number}/undo`}>
        <Mark />
        {whose !== undefined && <input type="hidden" name="person" value={whose} />}
        <label>
          Why? <input name="reason" required maxlength={500} />
        </label>
        <button type="submit">
          {words} (no. {number})
        </button>
      </form>
    </details>
  )
}
