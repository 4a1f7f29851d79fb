import { type Contact, type Statement, saysPlainly } from "../../record.js"
import { actWords, contactAsTold } from "../../words.js"
import { joined } from "../entries.js"
import { anchorOf } from "../links.js"
import { Linked, sureWords, whenWords } from "./card.js"
import { badgesOf, Disputed, HistoryLink, Tick } from "./handling.js"
import { namesOf, type Reading, speakerWords, wordsAt } from "./reading.js"

/** Told as a fact: it happened, and whoever tells of it says so plainly. A question takes things for granted. */
function isTold(reading: Reading, contact: Contact): boolean {
  const teller = tellerOf(reading, contact)
  return contact.status === "happened" && (!teller || saysPlainly(teller))
}

const tellerOf = (reading: Reading, { within }: Contact): Statement | undefined =>
  within === undefined ? undefined : reading.statementOf(within)

/** What happened is a full dot, all else an open ring or a struck one. */
function ContactSign({ reading, contact }: { reading: Reading; contact: Contact }) {
  const sign = isTold(reading, contact) ? "told" : contact.status === "not-happened" ? "not" : "open"
  return <span class={`sign ${sign}`} aria-hidden="true" />
}

/** A contact in the margin. */
export function ContactCard({ reading, contact }: { reading: Reading; contact: Contact }) {
  return (
    <li class={`card contact ${isTold(reading, contact) ? "told" : "untold"}`} data-card={anchorOf(contact.id)}>
      <a href={`#${anchorOf(contact.id)}`}>
        <ContactSign reading={reading} contact={contact} />
        <span>
          <b>{namesOf(reading, contact.between)}</b>
          <small>
            {joined([
              statusWords(reading, contact),
              ...badgesOf(reading, contact.id).map((badge) => <span class="badge">{badge}</span>),
            ])}
          </small>
        </span>
      </a>
      <Tick reading={reading} entry={contact.id} />
    </li>
  )
}

/** "phone call did not take place", "meeting denied" */
const statusWords = (reading: Reading, contact: Contact): string => contactAsTold(contact, [tellerOf(reading, contact)])

/** All contacts of a report, after its text. */
export function Contacts({ reading }: { reading: Reading }) {
  const { contacts } = reading.record
  if (contacts.length === 0) return null
  return (
    <section class="contacts" aria-labelledby="contacts">
      <h2 id="contacts">Contacts that {reading.outlet} reported</h2>
      <ol>
        {contacts.map((contact) => (
          <ContactEntry reading={reading} contact={contact} />
        ))}
      </ol>
    </section>
  )
}

function ContactEntry({ reading, contact }: { reading: Reading; contact: Contact }) {
  const anchor = anchorOf(contact.id)
  return (
    <li id={anchor} class={`entry ${isTold(reading, contact) ? "told" : "untold"}`} data-entry={anchor}>
      <ContactSign reading={reading} contact={contact} />
      <div>
        <p class="who">
          <b>
            <Linked reading={reading} actors={contact.between} />
          </b>
          : <span class="status">{statusWords(reading, contact)}</span>
        </p>
        <blockquote>
          <a href={`#${anchor}-text`}>{wordsAt(reading, contact.evidence)}</a>
        </blockquote>
        <p class="facts">
          {joined([
            contact.when && whenWords(reading, contact.when),
            contact.where && wordsAt(reading, contact.where),
            <>
              told by <Teller reading={reading} contact={contact} />
            </>,
            sureWords(contact.confidence),
            ...badgesOf(reading, contact.id).map((badge) => <span class="badge">{badge}</span>),
            <HistoryLink reading={reading} entry={contact.id} />,
          ])}
        </p>
        <Disputed reading={reading} entry={contact.id} />
      </div>
    </li>
  )
}

function Teller({ reading, contact }: { reading: Reading; contact: Contact }) {
  const teller = tellerOf(reading, contact)
  if (!teller) return <>the report itself</>
  const did = saysPlainly(teller) ? "" : `, who ${actWords(teller)} it`
  return (
    <>
      {speakerWords(reading, teller)}
      {did}, in <a href={`#${anchorOf(teller.id)}`}>{reading.numberOf(teller.id)}</a>
    </>
  )
}
