import type { Record } from "../../record.js"
import { firstEndingAfter, type Span } from "../../text/span.js"
import { Layout, type Shell } from "../layout.js"
import { reportPath, withQuery } from "../links.js"
import { openReading } from "../reader/reading.js"
import { Paragraph } from "../reader/text.js"
import { around } from "./context.js"
import { Fields } from "./fields.js"
import { DeedForm } from "./forms.js"
import type { Values } from "./values.js"

export interface AddEntryProps {
  readonly shell: Shell
  readonly record: Record
  readonly kind: "statement" | "contact"
  /** what was selected in the report */
  readonly places: readonly Span[]
  readonly typed: Values
  readonly problem?: string
}

const usual: { readonly [kind in AddEntryProps["kind"]]: Values } = {
  statement: { act: "say", polarity: "asserted", kind: "indirect" },
  contact: { mode: "meet", status: "happened" },
}

/** An entry that the machine missed. */
export function AddEntryPage({ shell, record, kind, places, typed, problem }: AddEntryProps) {
  const { report } = record
  const reading = openReading({ ...record, contacts: [] })
  const bare = openReading({ ...record, statements: [], contacts: [] })
  const near = places[0]?.start ?? 0
  const { paragraphs } = report
  const [from, to] = places.length > 0 ? around(paragraphs, places) : [0, paragraphs.length]
  const other = kind === "statement" ? "contact" : "statement"
  const path = `${reportPath(report.id)}/add`
  const at = typed[kind === "statement" ? "content-at" : "evidence-at"]
  return (
    <Layout shell={shell} title={`A ${kind} that was missed`}>
      <article class="page entry-page">
        <p class="facts">
          <a href={`${reportPath(report.id)}#paragraph-${firstEndingAfter(paragraphs, near) + 1}`}>
            {report.title ?? "The report"}
          </a>
        </p>
        <h1>A {kind} that was missed</h1>
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <p>
          Is it a {other}?{" "}
          <a
            href={withQuery(path, {
              kind: other,
              [other === "statement" ? "content-at" : "evidence-at"]: typeof at === "string" ? at : undefined,
            })}
          >
            Add a {other}
          </a>
        </p>
        <section class="shown" lang={report.language} aria-label="In its report" tabindex={0}>
          {paragraphs.slice(from, to).map((place) => (
            <div class="block" data-from={place.start}>
              <Paragraph
                reading={bare}
                place={place}
                strands={places.map((span) => ({ part: "setting", ...span, entries: [] }))}
              />
            </div>
          ))}
        </section>
        <DeedForm
          action={path}
          button={`Add the ${kind}`}
          reason={typeof typed.reason === "string" ? typed.reason : undefined}
        >
          <input type="hidden" name="kind-of-entry" value={kind} />
          <Fields reading={reading} kind={kind} values={{ ...usual[kind], ...typed }} near={near} />
        </DeedForm>
      </article>
    </Layout>
  )
}
