import type { Child } from "hono/jsx"
import { percent } from "../words.js"
import { dayWords } from "./dates.js"
import { Layout, type Shell } from "./layout.js"
import { Bars } from "./pictures/bars.js"
import { Columns } from "./pictures/columns.js"
import { TableLink } from "./table-link.js"

/** `count` of `of`: how many of the statements, or of those who speak in them, are so. */
export interface ShareToShow {
  readonly group: string
  readonly measure: string
  readonly value: string
  readonly count: number
  readonly of: number
}

/** Of what is read so, how much is right, and of what there is, how much is found. */
export interface ReaderError {
  readonly precision: number
  readonly recall: number
  /** so many of the outlet's own reports it was measured on; not given: on those of all outlets */
  readonly own?: number
}

export interface AuditProps {
  readonly shell: Shell
  readonly by: "outlet" | "section" | "month"
  readonly copies: "once" | "each"
  readonly shares: readonly ShareToShow[]
  readonly errorOf: (measure: string, value: string, outlet?: string) => ReaderError
  readonly measured: { readonly model: string; readonly reports: number }
}

/** A picture of more groups is no picture; the table has them all. */
const GROUPS = 40
const VOICES = 10

const groupings = { outlet: "outlet", section: "section", month: "month" } as const

/** Who gets quoted and how much, with the reader's own mistakes beside every share. */
export function AuditPage(props: AuditProps) {
  const { shell, by, copies, shares, measured } = props
  const groups = groupsOf(shares, by)
  const shown = by === "month" ? groups : groups.slice(0, GROUPS)
  return (
    <Layout shell={shell} title="Who gets quoted">
      <div class="page">
        <h1>Who gets quoted, and how much</h1>
        <p class="lede">
          Counted are acts of saying; thoughts are not. The reader makes mistakes, and how many stands beside every
          share: measured on {measured.reports} annotated reports ({measured.model}). A difference smaller than they are
          may be theirs. How well your own outlets are read, each for itself, is measured with{" "}
          <code>onrecord sample</code> and <code>onrecord score</code>.
        </p>
        <form class="filters" action="/audit">
          <label>
            By{" "}
            <select name="by">
              {Object.entries(groupings).map(([value, words]) => (
                <option value={value} selected={value === by}>
                  {words}
                </option>
              ))}
            </select>
          </label>
          <label>
            What outlets copied counts{" "}
            <select name="copies">
              <option value="once">once</option>
              <option value="each" selected={copies === "each"}>
                for each outlet
              </option>
            </select>
          </label>
          <button type="submit">Show</button>
          <TableLink question="audit" asked={{ by, copies }} />
        </form>
        {groups.length === 0 ? (
          <p class="nothing">Nobody is quoted in this archive.</p>
        ) : (
          <>
            {measures.map((measure) => (
              <MeasureSection measure={measure} groups={shown} {...props} />
            ))}
            {shown.length < groups.length && (
              <p class="facts">{`The ${GROUPS} that quote most are drawn; ${groups.length - GROUPS} more are in the CSV.`}</p>
            )}
            <VoiceSection groups={shown} {...props} />
          </>
        )}
      </div>
    </Layout>
  )
}

interface Group {
  readonly name: string
  readonly statements: number
  readonly shares: readonly ShareToShow[]
}

/** Most statements first; months in order. */
function groupsOf(shares: readonly ShareToShow[], by: AuditProps["by"]): Group[] {
  const byName = new Map<string, ShareToShow[]>()
  for (const share of shares) byName.set(share.group, [...(byName.get(share.group) ?? []), share])
  return [...byName]
    .map(([name, all]) => ({
      name,
      shares: all,
      statements: all.filter(({ measure }) => measure === "kind").reduce((sum, { count }) => sum + count, 0),
    }))
    .sort((a, b) => (by === "month" ? 0 : b.statements - a.statements) || (a.name < b.name ? -1 : 1))
}

interface Measure {
  readonly name: "remove" | "source" | "kind"
  readonly title: string
  /** a value of the audit, and its words */
  readonly values: readonly (readonly [value: string, words: string])[]
}

const measures: readonly Measure[] = [
  {
    name: "remove",
    title: "First-hand or passed on",
    values: [
      ["first-hand", "first-hand"],
      ["second-hand or farther", "second-hand or farther"],
    ],
  },
  {
    name: "source",
    title: "Named, or without a name",
    values: [
      ["named", "named"],
      ["unnamed", "unnamed source"],
      ["nobody is sure who", "nobody is sure who"],
    ],
  },
  {
    name: "kind",
    title: "Quoted, or in the report’s words",
    values: [
      ["direct", "quoted"],
      ["mixed", "partly quoted"],
      ["indirect", "in the report’s words"],
    ],
  },
]

function MeasureSection({ measure, groups, by, errorOf }: AuditProps & { measure: Measure; groups: readonly Group[] }) {
  const parts = measure.values.map(([, words]) => words)
  const countsOf = ({ shares }: Group) =>
    measure.values.map(
      ([value]) => shares.find((share) => share.measure === measure.name && share.value === value)?.count ?? 0,
    )
  const undated = groups.find(({ name }) => name === "")
  return (
    <section aria-labelledby={measure.name}>
      <h2 id={measure.name}>{measure.title}</h2>
      <ul class="errors">
        {measure.values.map(([value, words], n) => (
          <li>
            <span class={`box part${n}`} aria-hidden="true" /> {words}{" "}
            <ErrorWords error={errorOf(measure.name, value)} />
          </li>
        ))}
      </ul>
      {by === "outlet" && <OwnErrors measure={measure} groups={groups} errorOf={errorOf} />}
      {by === "month" ? (
        <>
          <Columns
            title={`${measure.title}, by month`}
            parts={parts}
            keyed
            counted={groups.map((group) => ({ month: group.name, counts: countsOf(group) }))}
          />
          {undated && <p class="facts">{`${undated.statements} more in reports without a date.`}</p>}
        </>
      ) : (
        <Bars bars={groups.map((group) => ({ name: nameOf(group, by), counts: countsOf(group) }))} parts={parts} />
      )}
    </section>
  )
}

/** How well outlets are read whose own reports were measured, each for itself. */
function OwnErrors({
  measure,
  groups,
  errorOf,
}: Pick<AuditProps, "errorOf"> & { measure: Measure; groups: readonly Group[] }) {
  const measured = groups.flatMap(({ name }) => {
    const errors = measure.values.map(([value, words]) => ({ words, error: errorOf(measure.name, value, name) }))
    const own = errors.filter(({ error }) => error.own !== undefined)
    return own.length > 0 ? [{ name, own }] : []
  })
  if (measured.length === 0) return null
  return (
    <details class="own">
      <summary>Measured on an outlet’s own reports: {measured.map(({ name }) => name).join(", ")}</summary>
      <dl class="errors">
        {measured.map(({ name, own }) => (
          <>
            <dt>
              {name} <span class="facts">{`(on ${own[0]!.error.own} of its reports)`}</span>
            </dt>
            {own.map(({ words, error }) => (
              <dd>
                {words} <ErrorWords error={error} />
              </dd>
            ))}
          </>
        ))}
      </dl>
    </details>
  )
}

/** "of 100 read so 72 are right, of 100 there are 71 are found" */
function ErrorWords({ error: { precision, recall } }: { error: ReaderError }) {
  const right = Math.floor(100 * precision)
  const missed = Math.floor(100 - 100 * recall)
  return (
    <span class="facts">{`(of 100 read so, ${right} are right; of 100 that there are, ${missed} are missed)`}</span>
  )
}

function VoiceSection({ groups, by, errorOf }: AuditProps & { groups: readonly Group[] }) {
  return (
    <section aria-labelledby="voice">
      <h2 id="voice">Share of voice</h2>
      <ul class="errors">
        <li>
          Each voice, over all outlets <ErrorWords error={errorOf("voice", "")} />
        </li>
      </ul>
      <div class="voices">
        {groups.map((group) => {
          const voices = group.shares.filter(({ measure }) => measure === "voice")
          const error = errorOf("voice", "", by === "outlet" ? group.name : undefined)
          return (
            <details>
              <summary>
                {nameOf(group, by)} <span class="facts">{summaryOf(voices)}</span>
              </summary>
              {error.own !== undefined && (
                <p class="facts">
                  Measured on {error.own} of its own reports <ErrorWords error={error} />
                </p>
              )}
              <ol>
                {voices.slice(0, VOICES).map(({ value, count, of }) => (
                  <li>
                    {value} <span class="facts">{`${percent(count / of)} (${count} of ${of})`}</span>
                  </li>
                ))}
              </ol>
              {voices.length > VOICES && <p class="facts">{`${voices.length - VOICES} more are in the CSV.`}</p>}
            </details>
          )
        })}
      </div>
    </section>
  )
}

/** "7 voices; Inés Aldarondo most, 31 %" */
function summaryOf(voices: readonly ShareToShow[]): string {
  const [first] = voices
  if (!first) return "no voice that is sure"
  return `${voices.length.toLocaleString("en")} voice${voices.length === 1 ? "" : "s"}; most: ${first.value}, ${percent(first.count / first.of)}`
}

function nameOf({ name }: Group, by: AuditProps["by"]): Child {
  if (name === "") return by === "month" ? "No date" : by === "section" ? "Section not known" : "Outlet not known"
  return by === "month" ? dayWords(name) : name
}
