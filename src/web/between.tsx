import { dayWords, periodWords } from "./dates.js"
import { Nothing, type SaidEntry, SaidList, type Searched } from "./entries.js"
import { Layout, type Shell } from "./layout.js"
import { TableLink } from "./table-link.js"
import { type ContactToShow, contactHeading, isTold } from "./timeline/contact.js"
import { ContactList } from "./timeline/list.js"
import { Timeline } from "./timeline/picture.js"

export interface BetweenProps {
  readonly shell: Shell
  /** what was typed */
  readonly who: string
  readonly other: string
  /** none where nothing was asked yet */
  readonly found?: BetweenFound
}

export interface BetweenFound {
  readonly names: readonly [string, string]
  /** who goes by one of the names that were typed and is not meant, in words */
  readonly leftOut: readonly string[]
  readonly contacts: readonly ContactToShow[]
  readonly more: boolean
  /** what each said about the other */
  readonly said: readonly [readonly SaidEntry[], readonly SaidEntry[]]
  /** what was looked through */
  readonly searched: Searched
}

/** Every reported contact between two, on one timeline. */
export function BetweenPage({ shell, who, other, found }: BetweenProps) {
  const title = found ? `${found.names[0]} and ${found.names[1]}` : "When two last spoke"
  return (
    <Layout shell={shell} title={title}>
      <div class="page">
        <h1>{title}</h1>
        {found?.leftOut.map((words) => (
          <p>{`${words}.`}</p>
        ))}
        {found && <Last contacts={found.contacts} searched={found.searched} />}
        <form class="filters" action="/between">
          <label>
            Somebody <input name="who" value={who} data-names="/names" required />
          </label>
          <label>
            and somebody <input name="other" value={other} data-names="/names" required />
          </label>
          <button type="submit">Show their contacts</button>
        </form>
        {found && <Found found={found} asked={[who, other]} />}
      </div>
    </Layout>
  )
}

/** "Last reported contact: phone call, 12 June 2024, as The Oriel Gazette reported." What was looked through stands beside it. */
function Last({ contacts, searched }: { contacts: readonly ContactToShow[]; searched: Searched }) {
  const last = contacts.findLast((contact) => isTold(contact) && contact.when !== undefined)
  const days = periodWords(searched.from, searched.to)
  const looked = `Looked through ${searched.reports.toLocaleString("en")} reports${days ? `, ${days}` : ""}.`
  if (!last) return <p class="lede">{`No contact is plainly reported. ${looked}`}</p>
  const { when, tellings } = last
  const first = tellings.find(({ plainly }) => plainly)
  const day =
    when?.basis === "report" ? `reported on ${dayWords(when.to ?? when.from ?? "")}` : periodWords(when?.from, when?.to)
  return (
    <p class="lede">
      {`Last reported contact: ${contactHeading(last)}, ${day}, as told by ${first?.outlet || "a report"}. ${looked}`}
    </p>
  )
}

function Found({ found, asked }: { found: BetweenFound; asked: readonly [string, string] }) {
  const { names, contacts, more, said, searched } = found
  return (
    <>
      <section aria-labelledby="contacts">
        <h2 id="contacts">Reported contacts</h2>
        {contacts.length === 0 ? (
          <Nothing what="No contact between the two is reported" searched={searched} />
        ) : (
          <>
            <Timeline contacts={contacts} />
            <ContactList contacts={contacts} />
            <TableLink question="contacts" asked={{ who: asked[0], other: asked[1] }} />
            {more && <p class="nothing">There are more; narrow them by asking about one of those who took part.</p>}
          </>
        )}
      </section>
      {said.map((entries, n) =>
        entries.length === 0 ? null : (
          <section aria-labelledby={`said-${n}`}>
            <h2 id={`said-${n}`}>
              What {names[n]} said about {names[1 - n]}
            </h2>
            <SaidList entries={entries} />
          </section>
        ),
      )}
    </>
  )
}
