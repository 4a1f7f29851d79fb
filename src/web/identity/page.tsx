import type { Child } from "hono/jsx"
import { dayWords } from "../dates.js"
import { Deed, DeedForm } from "../entry/forms.js"
import { Undo } from "../entry/history.js"
import { momentWords } from "../entry/story.js"
import { Layout, type Shell } from "../layout.js"
import { identityPath, personPath, reportPath, withQuery } from "../links.js"
import { useVisit } from "../visit.js"

export interface Appearance {
  readonly report: string
  readonly title: string | null
  readonly outlet: string
  readonly day: string | null
  readonly name: string
}

interface Identified {
  readonly number: number
  readonly name: string | undefined
}

interface Chapter {
  readonly number: number
  readonly at: string
  readonly by: string
  readonly reason: string
  readonly deed: string
  readonly state: "applied" | "undone" | "orphaned"
  readonly undoes: number | null
  readonly others: readonly Identified[]
  readonly value: string | null | undefined
}

export interface Identity {
  readonly number: number
  readonly name: string
  readonly kind: string
  readonly wikidata: string | null
  readonly private: 0 | 1 | null
  readonly reports: number
  readonly variants: readonly string[]
  readonly offers: readonly { readonly number: number; readonly name: string; readonly reason: string }[]
  readonly appearances: readonly Appearance[]
  readonly chapters: readonly Chapter[]
}

export interface IdentityPageProps {
  readonly shell: Shell
  readonly identity: Identity
  readonly problem?: string
}

/** Who the archive takes for one person or body, why, and for those who may the forms to say otherwise. */
export function IdentityPage({ shell, identity, problem }: IdentityPageProps) {
  const { number, name, kind, wikidata, variants, offers } = identity
  return (
    <Layout shell={shell} title={`Who is ${name}?`}>
      <article class="page entry-page">
        <p class="facts">
          <a href={personPath(number)}>{name}</a>
        </p>
        <h1>Who is {name}?</h1>
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <p class="lede">
          {`Number ${number} of this archive, ${kind === "unnamed" ? "a source without a name" : `a ${kind}`}`}
          {wikidata && ` (Wikidata ${wikidata})`}
          {variants.length > 0 && `, also called ${variants.join("; ")}`}
        </p>
        {offers.length > 0 && <Offers identity={identity} />}
        <Deeds identity={identity} />
        <Appearances identity={identity} />
        <Decided identity={identity} />
      </article>
    </Layout>
  )
}

const useMay = (): boolean => {
  const { mayWrite, person } = useVisit()
  return mayWrite && person !== undefined
}

/** Whom it may be as well: never joined without a person. */
function Offers({ identity: { number, offers } }: { identity: Identity }) {
  const may = useMay()
  return (
    <section aria-labelledby="offers">
      <h2 id="offers">Perhaps the same</h2>
      <ul class="plain">
        {offers.map((offer, n) => (
          <li>
            <p>
              <a href={personPath(offer.number)}>{offer.name}</a> <span class="facts">{offer.reason}</span>
            </p>
            {may && (
              <Deed title="Decide" id={`offer-${n + 1}`}>
                <DeedForm action={`${identityPath(number)}/merge`} id={`same-${n}`} button="They are one">
                  <input type="hidden" name="other" value={`#${offer.number}`} />
                </DeedForm>
                <DeedForm action={`${identityPath(number)}/apart`} id={`apart-${n}`} button="They are two">
                  <input type="hidden" name="other" value={`#${offer.number}`} />
                </DeedForm>
              </Deed>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Deeds({ identity }: { identity: Identity }) {
  const { mayWrite, person } = useVisit()
  const { number, name, kind } = identity
  const path = identityPath(number)
  if (!mayWrite) return null
  if (person === undefined) {
    return (
      <p>
        <a href={withQuery("/enter", { next: path })}>Say who you are to join or split people</a>
      </p>
    )
  }
  return (
    <section aria-labelledby="deeds">
      <h2 id="deeds">Put it right</h2>
      <Deed title="Somebody else here is the same" id="merge">
        <p class="facts">They count as {name} from then on, until it is undone.</p>
        <DeedForm action={`${path}/merge`} id="merge" button="Join them">
          <label for="other">Their name, or their number such as #12</label>
          <input id="other" name="other" required maxlength={200} />
        </DeedForm>
      </Deed>
      <Deed title="In some reports it is somebody else" id="split">
        <DeedForm action={`${path}/split`} id="split" button="Split them off">
          <fieldset>
            <legend>In which reports</legend>
            <ul class="actors">
              {identity.appearances.map((appearance) => (
                <li>
                  <label>
                    <input type="checkbox" name="actor" value={`${appearance.report} ${appearance.name}`} />{" "}
                    <AppearanceWords appearance={appearance} />
                  </label>
                </li>
              ))}
            </ul>
          </fieldset>
          <label for="called">What the other one is called</label>
          <input id="called" name="name" required maxlength={200} />
        </DeedForm>
      </Deed>
      <Deed title="Another name to be shown by" id="rename">
        <DeedForm action={`${path}/rename`} id="rename" button="Keep the name">
          <label for="shown">Name</label>
          <input id="shown" name="name" required maxlength={200} value={name} />
        </DeedForm>
      </Deed>
      {kind === "person" && (
        <Deed title="A private or a public person" id="privacy">
          <DeedForm action={`${path}/privacy`} id="privacy" button="Keep it">
            <label for="private">A public archive shows private people by their role</label>
            <select id="private" name="private">
              {[
                ["", "as their offices and roles say"],
                ["1", "private"],
                ["0", "public"],
              ].map(([value, words]) => (
                <option value={value} selected={value === String(identity.private ?? "")}>
                  {words}
                </option>
              ))}
            </select>
          </DeedForm>
        </Deed>
      )}
    </section>
  )
}

function Appearances({ identity: { appearances, reports } }: { identity: Identity }) {
  return (
    <section aria-labelledby="appearances">
      <h2 id="appearances">{reports === 1 ? "In one report" : `In ${reports} reports`}</h2>
      <ul class="plain">
        {appearances.map((appearance) => (
          <li>
            <a href={reportPath(appearance.report)}>
              <AppearanceWords appearance={appearance} />
            </a>
          </li>
        ))}
      </ul>
      {appearances.length < reports && <p class="facts">The newest {appearances.length} are shown.</p>}
    </section>
  )
}

function AppearanceWords({ appearance: { name, title, outlet, day } }: { appearance: Appearance }) {
  const where = [outlet || "outlet not known", day ? dayWords(day) : "day not known"].join(", ")
  return (
    <>
      “{name}” in {title ?? "a report without a title"}, {where}
    </>
  )
}

function Decided({ identity: { chapters, number: own } }: { identity: Identity }) {
  if (chapters.length === 0) return null
  return (
    <section aria-labelledby="history">
      <h2 id="history">What people decided</h2>
      <ol class="history">
        {chapters.map((chapter) => (
          <li id={`log-${chapter.number}`} class={chapter.state === "applied" ? undefined : "void"}>
            <p>
              <b>{chapter.by}</b> <Did chapter={chapter} />{" "}
              <time class="facts" datetime={chapter.at}>
                {momentWords(chapter.at)}
              </time>
              {chapter.state === "undone" && <span class="badge">undone</span>}
            </p>
            <p class="reason">{chapter.reason}</p>
            <Undo chapter={chapter} person={own} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Did({ chapter: { deed, undoes, others, value } }: { chapter: Chapter }): Child {
  const whom = others.map(({ name, number }, n) => [
    n === 0 ? "" : " and ",
    name === undefined ? "a person who was taken down" : <a href={personPath(number)}>{name}</a>,
    ` (#${number})`,
  ])
  if (undoes !== null)
    return (
      <>
        undid <a href={`#log-${undoes}`}>no. {undoes}</a>
      </>
    )
  if (deed === "merge") return <>joined them with {whom}</>
  if (deed === "split") return <>split them from {whom}</>
  if (deed === "apart") return <>said that they are not {whom}</>
  if (deed === "rename") return <>named them {value}</>
  if (deed === "wikidata") return <>gave the Wikidata id {value ?? "none"}</>
  if (deed === "privacy") return <>said that they are {value ?? "private or public as their roles say"}</>
  return (
    <>
      said who speaks for whom, with {whom}: {value}
    </>
  )
}
