import { type Actor, type Contact, type Record, type Statement, saysPlainly } from "../record.js"
import { sliceOf } from "../text/span.js"
import { type Disputes, nobodyGone, type TellersTakenDown, undisputed } from "./exported.js"
import { entryUrn, reportIri } from "./names.js"
import { contactSentence, statementSentence } from "./sentences.js"

export const schemaContext = "https://schema.org"

/**
 * The record in the words of schema.org, which knows deeds but hardly their absence. Left out, because it could only be
 * said as a fact: what was not said or only might be (polarity), what was denied, thoughts, refusals, contacts that did
 * not happen, are hypothetical, or that nobody claims (asked about, denied, promised). A planned contact is potential, a
 * refused one failed. Each description says who reported it; the words of a person who disputes a statement are a
 * comment on it, those on a contact stand in its description.
 */
export function schemaOrgOf(
  record: Record,
  disputes: Disputes = undisputed,
  tellersTakenDown: TellersTakenDown = nobodyGone,
) {
  const article = articleOf(record)
  return [
    article,
    ...record.statements.flatMap((statement) => statementThing(record, statement, disputes, tellersTakenDown) ?? []),
    ...record.contacts.flatMap((contact) => contactThing(record, contact, disputes) ?? []),
  ]
}

const articleOf = (record: Record) => {
  const { title, publisher, published, updated, section, language } = record.report
  return {
    "@type": "NewsArticle",
    "@id": reportIri(record),
    ...(record.report.url === undefined ? {} : { url: record.report.url }),
    ...(title === undefined ? {} : { headline: title }),
    ...(publisher === undefined ? {} : { publisher: { "@type": "Organization", name: publisher } }),
    ...(published === undefined ? {} : { datePublished: published }),
    ...(updated === undefined ? {} : { dateModified: updated }),
    ...(section === undefined ? {} : { articleSection: section }),
    inLanguage: language,
  }
}

function statementThing(record: Record, statement: Statement, disputes: Disputes, tellersTakenDown: TellersTakenDown) {
  // The words of a denial, "that she had accepted a bribe", are the claim of somebody else.
  if (statement.polarity !== "asserted" || statement.act === "deny") return undefined
  const words = { text: textOf(record, statement), ...commentOf(disputes.get(statement.id)) }
  const description = statementSentence(record, statement, tellersTakenDown)
  const common = { "@id": entryUrn(record, statement.id), description }
  const article = { "@id": reportIri(record) }
  const speakers = things(record, statement.speakers)
  const asked = record.statements.find(({ id, act }) => id === statement.answers && act === "ask")
  const exchange = {
    ...some("agent", speakers),
    ...some("recipient", things(record, statement.addressees)),
    ...timeAndPlace(record, statement.setting),
    subjectOf: article,
  }
  if (statement.act === "ask") {
    return { "@type": "AskAction", ...common, ...exchange, question: { "@type": "Question", ...words } }
  }
  if (asked?.polarity === "asserted" && statement.act !== "refuse") {
    return {
      "@type": "ReplyAction",
      ...common,
      ...exchange,
      object: { "@id": entryUrn(record, asked.id) },
      resultComment: { "@type": "Comment", ...words },
    }
  }
  if (!spoken.has(statement.act)) return undefined
  return statement.kind === "indirect"
    ? { "@type": "Claim", ...common, ...words, ...some("creator", speakers), appearance: article }
    : { "@type": "Quotation", ...common, ...words, ...some("spokenByCharacter", speakers), isBasedOn: article }
}

const textOf = ({ report }: Record, { content }: Statement): string =>
  content.map((span) => sliceOf(report.text, span)).join(" … ")

/** Only works have comments, deeds have none: of a question or a reply it is their words that are commented on. */
const commentOf = (words: string | undefined) =>
  words === undefined ? {} : { comment: { "@type": "Comment", text: words } }

const spoken: ReadonlySet<Statement["act"]> = new Set(["say", "promise", "accuse", "demand"])

/** Both sides are agents: the record does not say who began. */
function contactThing(record: Record, contact: Contact, disputes: Disputes) {
  const status = actionStatus[contact.status]
  if (status === undefined) return undefined
  const teller = record.statements.find(({ id }) => id === contact.within)
  if (teller && !saysPlainly(teller)) return undefined
  const disputed = disputes.get(contact.id)
  return {
    "@type": "CommunicateAction",
    "@id": entryUrn(record, contact.id),
    name: contact.mode,
    description: contactSentence(record, contact) + (disputed === undefined ? "" : ` Disputed: “${disputed}”`),
    actionStatus: `https://schema.org/${status}`,
    ...some("agent", things(record, contact.between)),
    ...timeAndPlace(record, contact),
    subjectOf: { "@id": reportIri(record) },
  }
}

const actionStatus: { readonly [status in Contact["status"]]: string | undefined } = {
  happened: "CompletedActionStatus",
  planned: "PotentialActionStatus",
  refused: "FailedActionStatus",
  "not-happened": undefined,
  hypothetical: undefined,
}

/** A time is given only where it is one day: "over the summer" did not take all summer. */
const timeAndPlace = (record: Record, { when, where }: Pick<Contact, "when" | "where">) => ({
  ...(when?.from !== undefined && when.from === when.to ? { startTime: when.from } : {}),
  ...(where ? { location: { "@type": "Place", name: sliceOf(record.report.text, where) } } : {}),
})

const things = (record: Record, ids: readonly string[]) =>
  ids.flatMap((id) => record.actors.filter((actor) => actor.id === id).map(thing))

/** Nobody is named who was not: "an official" is a description. A document that speaks is a work. */
function thing({ name, kind, roles }: Actor) {
  const role = roles[0] === undefined ? {} : { jobTitle: roles[0] }
  if (kind === "person") return { "@type": "Person", name, ...role }
  if (kind === "unnamed") return { "@type": "Person", description: name }
  return { "@type": kind === "document" ? "CreativeWork" : "Organization", name }
}

const some = <Name extends string, Value>(name: Name, values: readonly Value[]) =>
  values.length === 0 ? {} : { [name]: values }
