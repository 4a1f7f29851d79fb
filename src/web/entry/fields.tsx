import type { Child } from "hono/jsx"
import type { Actor, Contact, Statement } from "../../record.js"
import type { Span } from "../../text/span.js"
import { actWords, kindWords } from "../../words.js"
import { type Reading, wordsOf } from "../reader/reading.js"
import type { Values } from "./values.js"

export interface FieldsProps {
  readonly reading: Reading
  readonly kind: "statement" | "contact"
  readonly values: Values
  /** where the entry stands in the text: who is mentioned closest comes first */
  readonly near: number
  /** the entry itself, which neither answers itself nor is told in itself */
  readonly id?: string
}

/** Everything of an entry that a person can give anew. */
export const Fields = (props: FieldsProps) =>
  props.kind === "statement" ? <StatementFields {...props} /> : <ContactFields {...props} />

function StatementFields({ reading, values, near, id }: FieldsProps) {
  return (
    <>
      <Actors field="speakers" title="Who said it" reading={reading} values={values} near={near} />
      <Actors field="addressees" title="To whom" reading={reading} values={values} near={near} />
      <Words field="content" title="The words that were said" values={values} required />
      <Words field="source" title="How the speaker is named there" values={values} />
      <Words field="cue" title="The word of saying" values={values} />
      <div class="row">
        <Choice field="act" title="Act" values={values} options={acts} />
        <Choice field="polarity" title="Was it said?" values={values} options={polarities} />
        <Choice field="kind" title="Form" values={values} options={kinds} />
      </div>
      <details>
        <summary>Circumstances, and what it belongs to</summary>
        <Words field="via" title="Through what: a channel, an occasion" values={values} />
        <Time values={values} />
        <Words field="where" title="Where it was said" values={values} />
        <Choice field="within" title="Told in the statement" values={values} options={others(reading, near, id)} />
        <div class="row">
          <Choice
            field="answers"
            title="Replies to the question"
            values={values}
            options={others(reading, near, id, values.answers)}
          />
          <Choice field="response" title="As" values={values} options={responses} />
        </div>
      </details>
    </>
  )
}

function ContactFields({ reading, values, near }: FieldsProps) {
  return (
    <>
      <Actors field="between" title="Who was in contact" reading={reading} values={values} near={near} />
      <div class="row">
        <Choice field="mode" title="How" values={values} options={modes} />
        <Choice field="status" title="Did it happen?" values={values} options={statuses} />
      </div>
      <Words field="evidence" title="The words that tell of it" values={values} required />
      <details>
        <summary>Circumstances, and who tells of it</summary>
        <Time values={values} />
        <Surely values={values} />
        <Words field="where" title="Where" values={values} />
        <Choice field="within" title="Told in the statement" values={values} options={others(reading, near)} />
      </details>
    </>
  )
}

type Option = readonly [value: string, words: string]

const acts: readonly Option[] = (
  ["say", "ask", "deny", "refuse", "promise", "accuse", "demand", "think", "hope", "want", "intend", "feel"] as const
).map((act) => [act, actWords({ act, polarity: "asserted" })])

const polarities: readonly Option[] = [
  ["asserted", "yes"],
  ["negated", "no, it was not said"],
  ["hypothetical", "it might be said"],
] satisfies readonly (readonly [Statement["polarity"], string])[]

const kinds: readonly Option[] = Object.entries(kindWords)

const responses: readonly Option[] = [
  ["", "no reply"],
  ["answer", "an answer"],
  ["deflection", "a deflection"],
  ["refusal", "a refusal"],
]

const modes: readonly Option[] = [
  ["meet", "a meeting"],
  ["talk", "a conversation"],
  ["call", "a phone call"],
  ["write", "a letter or message"],
  ["visit", "a visit"],
  ["other", "another contact"],
] satisfies readonly (readonly [Contact["mode"], string])[]

const statuses: readonly Option[] = [
  ["happened", "it took place"],
  ["not-happened", "it did not take place"],
  ["planned", "it is planned"],
  ["refused", "it was refused"],
  ["hypothetical", "it is hypothetical"],
] satisfies readonly (readonly [Contact["status"], string])[]

const SHOWN = 70

/** The other statements of the report that stand about there, and the one that is chosen, each by its first words. */
function others(reading: Reading, near: number, id?: string, chosen?: Values[string]): readonly Option[] {
  const close = ({ content }: Statement) => Math.abs(content[0]!.start - near) < 4000
  const options = reading.record.statements
    .filter((statement) => statement.id !== id && (close(statement) || statement.id === chosen))
    .map((statement): Option => {
      const words = wordsOf(reading, statement.content)
      return [
        statement.id,
        `${reading.numberOf(statement.id)}: ${words.slice(0, SHOWN)}${words.length > SHOWN ? "…" : ""}`,
      ]
    })
  return [["", "none"], ...options]
}

interface Field {
  readonly field: string
  readonly title: string
  readonly values: Values
}

const text = (values: Values, field: string): string => {
  const value = values[field]
  return typeof value === "string" ? value : ""
}

/** Words as they stand in the report; with a script, they are taken from the text above by selecting them there. */
function Words({ field, title, values, required = false }: Field & { required?: boolean }) {
  return (
    <div class="words-field">
      <label for={field}>{title}</label>
      <textarea id={field} name={field} rows={field === "content" || field === "evidence" ? 3 : 1} required={required}>
        {text(values, field)}
      </textarea>
      <input type="hidden" name={`${field}-at`} value={text(values, `${field}-at`)} />
      <button type="button" class="take" data-field={field} hidden>
        Take the selected words
      </button>
    </div>
  )
}

function Choice({ field, title, values, options }: Field & { options: readonly Option[] }) {
  const chosen = text(values, field)
  return (
    <label>
      {title}{" "}
      <select name={field}>
        {options.map(([value, words]) => (
          <option value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

function Time({ values }: { values: Values }) {
  return (
    <div class="row">
      <Words field="when" title="When: the words that tell it" values={values} />
      <label>
        From <input type="date" name="from" value={text(values, "from")} />
      </label>
      <label>
        Until <input type="date" name="to" value={text(values, "to")} />
      </label>
    </div>
  )
}

/** Of a contact that did not take place: what every reading of its time covers. */
function Surely({ values }: { values: Values }) {
  return (
    <fieldset>
      <legend>If it did not take place: the days on which it surely did not</legend>
      <div class="row">
        <label>
          From <input type="date" name="surely-from" value={text(values, "surely-from")} />
        </label>
        <label>
          Until <input type="date" name="surely-to" value={text(values, "surely-to")} />
        </label>
      </div>
      <p class="facts">Left empty, all days of a time that you give above.</p>
    </fieldset>
  )
}

/** The actors of the report, the chosen ones first, then whoever is mentioned closest; or somebody it does not have yet. */
function Actors({ field, title, reading, values, near }: Field & { reading: Reading; near: number }) {
  const chosen = values[field] ?? []
  const rank = (actor: Actor) => (chosen.includes(actor.id) ? -1 : nearest(actor.mentions, near))
  const actors = reading.record.actors
    .filter(({ mentions }) => mentions.length > 0)
    .toSorted((a, b) => rank(a) - rank(b))
  return (
    <fieldset>
      <legend>{title}</legend>
      <ul class="actors">
        {actors.map((actor) => (
          <li>
            <label>
              <input type="checkbox" name={field} value={actor.id} checked={chosen.includes(actor.id)} /> {actor.name}
              <Roles actor={actor} />
            </label>
          </li>
        ))}
      </ul>
      <details>
        <summary>Somebody who is not in this list</summary>
        <div class="row">
          <label>
            Name <input name={`${field}-new`} value={text(values, `${field}-new`)} maxlength={200} />
          </label>
          <label>
            What they are{" "}
            <select name={`${field}-new-kind`}>
              {(["person", "organisation", "group", "unnamed", "document"] as const).map((kind) => (
                <option value={kind} selected={kind === values[`${field}-new-kind`]}>
                  {kind}
                </option>
              ))}
            </select>
          </label>
          <label>
            How the report calls them <input name={`${field}-new-words`} value={text(values, `${field}-new-words`)} />
          </label>
        </div>
      </details>
    </fieldset>
  )
}

const Roles = ({ actor: { roles } }: { actor: Actor }): Child =>
  roles.length > 0 ? <span class="facts"> {roles.slice(0, 2).join(", ")}</span> : null

const nearest = (mentions: readonly Span[], near: number): number =>
  Math.min(...mentions.map(({ start }) => Math.abs(start - near)))
