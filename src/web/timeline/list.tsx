import { percent, removeWords, wayWords } from "../../words.js"
import { dayWords, periodWords } from "../dates.js"
import { Dispute } from "../dispute.js"
import { entryLink, joined, Names } from "../entries.js"
import { outsideLink } from "../links.js"
import { type ContactToShow, contactHeading, isTold, type Telling } from "./contact.js"

/** The contacts of a timeline in words, numbered as in its picture. */
export function ContactList({ contacts }: { contacts: readonly ContactToShow[] }) {
  const numbers = new Map(contacts.map(({ id }, n) => [id, n + 1]))
  return (
    <ol class="contact-list">
      {contacts.map((contact, n) => (
        <Contact contact={contact} number={n + 1} numbers={numbers} />
      ))}
    </ol>
  )
}

interface ContactProps {
  readonly contact: ContactToShow
  readonly number: number
  readonly numbers: ReadonlyMap<string, number>
}

function Contact({ contact, number, numbers }: ContactProps) {
  const { when, between, through, against, tellings, where } = contact
  const told = isTold(contact)
  return (
    <li id={`contact-${number}`} class={`entry ${told ? "told" : "untold"}`}>
      <p class="who">
        <span class={`number ${told ? "told" : ""}`}>{number}</span>{" "}
        <b>
          <Names named={between} />
        </b>
        : <span class="status">{contactHeading(contact)}</span>
      </p>
      <p class="facts">
        {joined([
          when?.basis === "told" && periodWords(when.from, when.to),
          when?.basis === "report" && `day not told; reported on ${dayWords(when.from ?? when.to ?? "")}`,
          where,
          ...through.map(({ member, body, basis, evidence }) => `${member} for ${body} (${basis}: ${evidence})`),
        ])}
      </p>
      {against.length > 0 && (
        <p class="beside">
          {told ? "Reported to have happened within the silence of " : "Within this silence others report "}
          {against.map((id, n) => {
            const other = numbers.get(id)
            return [n === 0 ? "" : ", ", other === undefined ? entryOf(id) : <a href={`#contact-${other}`}>{other}</a>]
          })}
          . Which is right is for the reader to judge.
        </p>
      )}
      <ul class="plain">
        {tellings.map((telling) => (
          <TellingLine telling={telling} />
        ))}
      </ul>
    </li>
  )
}

const entryOf = (id: string) => <a href={entryLink(id)}>{id}</a>

function TellingLine({ telling }: { telling: Telling }) {
  const { outlet, date, by, evidence, remove, when, confidence, title, toldAs, plainly, disputed, dispute } = telling
  return (
    <li class={plainly ? "told" : "untold"}>
      <blockquote>
        <a href={entryLink(telling.id)}>{evidence}</a>
      </blockquote>
      {dispute && <Dispute {...dispute} />}
      <p class="facts">
        {outlet || "A report"}
        {date && `, ${dayWords(date)}`}
        {toldAs && (
          <>
            , {plainly ? "on the word of" : `${wayWords(toldAs)} by`}{" "}
            {by.length > 0 ? <Names named={by} /> : "somebody"}
          </>
        )}
        {remove > 1 && (
          <>
            {" "}
            · <span class="badge">{removeWords(remove)}</span>
          </>
        )}
        {disputed && (
          <>
            {" "}
            · <span class="badge">disputed</span>
          </>
        )}
        {when && ` · “${when.words}”`}
        {when?.surely && ` · surely ${periodWords(when.surely.from, when.surely.to)}`}
        {` · ${percent(confidence)} sure`}
        {title && ` · ${title}`}
        {outsideLink(telling.link) && (
          <>
            {" · "}
            <a href={outsideLink(telling.link)} rel="noreferrer external">
              at its source
            </a>
          </>
        )}
      </p>
    </li>
  )
}
