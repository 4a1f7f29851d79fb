import { askedOf, type Hand, HandChoice, type Kind, KindChoice } from "./choices.js"
import { type Named, Nothing, Said, type SaidEntry, SaidList, type Searched } from "./entries.js"
import { FollowLink } from "./following.js"
import { Layout, type Shell } from "./layout.js"
import { personPath, withQuery } from "./links.js"
import { Columns } from "./pictures/columns.js"
import { TableLink } from "./table-link.js"
import type { ContactToShow } from "./timeline/contact.js"
import { ContactList } from "./timeline/list.js"
import { Timeline } from "./timeline/picture.js"

export interface PersonInList extends Named {
  readonly statements: number
  readonly firstHand: number
  readonly byOutlet: readonly { readonly outlet: string; readonly statements: number }[]
}

export interface PeopleProps {
  readonly shell: Shell
  readonly people: readonly PersonInList[]
  readonly next?: string
  readonly searched?: Searched
}

/** Everybody who is quoted, most often first. */
export function PeoplePage({ shell, people, next, searched }: PeopleProps) {
  return (
    <Layout shell={shell} title="People and bodies">
      <div class="page">
        <h1>Who is quoted</h1>
        <p class="lede">
          Everybody whose words the reports give, most often first. What several outlets copied counts once.
        </p>
        {people.length === 0 ? (
          <Nothing what="Nobody is quoted" searched={searched} />
        ) : (
          <div class="scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col" class="number">
                    Statements
                  </th>
                  <th scope="col" class="number">
                    First-hand
                  </th>
                  <th scope="col" class="roomy">
                    Reported by
                  </th>
                </tr>
              </thead>
              <tbody>
                {people.map((person) => (
                  <tr>
                    <th scope="row">
                      {person.identity === undefined ? (
                        person.name
                      ) : (
                        <a href={personPath(person.identity)}>{person.name}</a>
                      )}
                    </th>
                    <td class="number">{person.statements}</td>
                    <td class="number">{person.firstHand}</td>
                    <td class="roomy">
                      {person.byOutlet
                        .map(({ outlet, statements }) => `${outlet || "outlet not known"} (${statements})`)
                        .join(", ")}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {people.length > 0 && <TableLink question="who" />}
        {next && (
          <nav class="pager" aria-label="Pages">
            <a href={withQuery("/people", { after: next })} rel="next">
              More
            </a>
          </nav>
        )}
      </div>
    </Layout>
  )
}

export interface Filters {
  readonly about?: string
  readonly to?: string
  readonly outlet?: string
  readonly kind?: Kind
  readonly hand?: Hand
}

export interface Exchange {
  readonly part: "asked" | "asker"
  readonly question: SaidEntry
  readonly replies: readonly SaidEntry[]
}

export interface Part<Row> {
  readonly rows: readonly Row[]
  readonly next?: string
  readonly searched?: Searched
}

export interface PersonProps {
  readonly shell: Shell
  readonly number: number
  readonly name: string
  readonly filters: Filters
  readonly months: readonly {
    readonly month: string
    readonly firstHand: number
    readonly passedOn: number
  }[]
  readonly said: Part<SaidEntry>
  /** what others say they said */
  readonly passedOn: Part<SaidEntry>
  readonly about: Part<SaidEntry>
  readonly asked: Part<Exchange>
  readonly contacts: readonly ContactToShow[]
  /** names of what is followed of them */
  readonly followed: readonly string[]
}

/** What a person or body said, was asked, and what others said of them. */
export function PersonPage({
  shell,
  number,
  name,
  filters,
  months,
  said,
  passedOn,
  about,
  asked,
  contacts,
  followed,
}: PersonProps) {
  const path = personPath(number)
  return (
    <Layout shell={shell} title={name} feeds={followed}>
      <div class="page">
        <h1>{name}</h1>
        <nav class="parts" aria-label="On this page">
          <a href="#said">Said</a>
          {passedOn.rows.length > 0 && <a href="#passed-on">Passed on by others</a>}
          <a href="#contacts">Contacts</a>
          {asked.rows.length > 0 && <a href="#asked">Questions</a>}
          {about.rows.length > 0 && <a href="#about">Said about them</a>}
          <FollowLink question={{ who: `#${number}` }} words={`Follow what ${name} says`} />
        </nav>
        <section aria-labelledby="said">
          <h2 id="said">What {name} is reported to have said</h2>
          <FilterForm path={path} filters={filters} />
          <Columns
            title={`Statements of ${name} over time`}
            parts={["first-hand", "passed on by others"]}
            counted={months.map(({ month, firstHand, passedOn }) => ({ month, counts: [firstHand, passedOn] }))}
          />
          {said.rows.length === 0 ? (
            <Nothing what="No statement is reported" searched={said.searched} />
          ) : (
            <SaidList entries={said.rows} />
          )}
          <More path={path} filters={filters} next={said.next} />
          {said.rows.length > 0 && <TableLink question="said" asked={{ who: `#${number}`, ...askedOf(filters) }} />}
        </section>
        {passedOn.rows.length > 0 && (
          <section aria-labelledby="passed-on">
            <h2 id="passed-on">What others say {name} said</h2>
            <SaidList entries={passedOn.rows} />
            <More path={path} filters={{ hand: "passed-on" }} next={passedOn.next} />
          </section>
        )}
        <PersonContacts number={number} name={name} contacts={contacts} />
        {asked.rows.length > 0 && (
          <section aria-labelledby="asked">
            <h2 id="asked">Questions and what came back</h2>
            <ol class="said">
              {asked.rows.map(({ question, replies }) => (
                <li>
                  <Said entry={question} />
                  {replies.length === 0 && <p class="facts">No reply is reported.</p>}
                  {replies.map((reply) => (
                    <div class="reply">
                      {reply.response && <p class="facts">{responses[reply.response]}</p>}
                      <Said entry={reply} />
                    </div>
                  ))}
                </li>
              ))}
            </ol>
          </section>
        )}
        {about.rows.length > 0 && (
          <section aria-labelledby="about">
            <h2 id="about">What others say about {name}</h2>
            <SaidList entries={about.rows} />
          </section>
        )}
        <p class="facts">
          <a href={`${personPath(number)}/identity`}>Who is {name}? Reports, other names, whom it may be as well</a>
        </p>
      </div>
    </Layout>
  )
}

function PersonContacts({
  number,
  name,
  contacts,
}: {
  number: number
  name: string
  contacts: readonly ContactToShow[]
}) {
  return (
    <section aria-labelledby="contacts">
      <h2 id="contacts">Reported contacts of {name}</h2>
      <form class="filters" action="/between">
        <input type="hidden" name="who" value={`#${number}`} />
        <label>
          With <input name="other" data-names="/names" required />
        </label>
        <button type="submit">When did they last speak?</button>
      </form>
      <Timeline contacts={contacts} />
      {contacts.length === 0 ? (
        <p class="nothing">No contact is reported.</p>
      ) : (
        <>
          <ContactList contacts={contacts} />
          <TableLink question="contacts" asked={{ who: `#${number}` }} />
        </>
      )}
    </section>
  )
}

const responses = { answer: "Answered", deflection: "Turned away", refusal: "Refused to answer" } as const

function FilterForm({ path, filters }: { path: string; filters: Filters }) {
  return (
    <form class="filters" action={path}>
      <label>
        About <input name="about" value={filters.about} data-names="/names" />
      </label>
      <label>
        To <input name="to" value={filters.to} data-names="/names" />
      </label>
      <label>
        Outlet <input name="outlet" value={filters.outlet} data-names="/outlets" />
      </label>
      <KindChoice kind={filters.kind} />
      <HandChoice hand={filters.hand} />
      <button type="submit">Show</button>
    </form>
  )
}

function More({ path, filters, next }: { path: string; filters: Filters; next?: string }) {
  if (next === undefined) return null
  return (
    <nav class="pager" aria-label="Pages">
      <a href={withQuery(path, { ...filters, after: next })} rel="next">
        Older
      </a>
    </nav>
  )
}
