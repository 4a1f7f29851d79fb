import {
  type Archive,
  about,
  asked,
  contacts,
  countArchive,
  currentRecord,
  facets,
  findIdentity,
  findReport,
  handlingOf,
  identitiesIn,
  latestReports,
  namesBeginning,
  outletsHolding,
  type Question,
  said,
  saidByMonth,
  searches,
  searchReports,
  searchStatements,
  tellersTakenDown,
  who,
} from "../archive/index.js"
import { type BetweenFound, BetweenPage } from "../web/between.js"
import { HomePage } from "../web/home.js"
import type { Shell } from "../web/layout.js"
import { personPath, reportPath } from "../web/links.js"
import { PeoplePage, PersonPage } from "../web/people.js"
import { ReaderPage } from "../web/reader/page.js"
import { SearchPage } from "../web/search.js"
import { leftOutWords } from "../words.js"
import type { App } from "./env.js"
import { allGiven, given } from "./given.js"
import { handOf, queryOf } from "./query.js"
import { show } from "./show.js"

const LIST_LENGTH = 50
const PART_LENGTH = 20
/** A picture of more is no picture. */
const MOST_CONTACTS = 200

/** The pages that only read. */
export function addReadingPages(app: App, archive: Archive, shell: Shell): void {
  app.get("/", async (context) => {
    const { page } = queryOf(context)
    const reports = await latestReports(archive, { limit: LIST_LENGTH + 1, offset: (page - 1) * LIST_LENGTH })
    const contents = await countArchive(archive)
    const shown = reports.slice(0, LIST_LENGTH)
    return show(
      context,
      <HomePage shell={shell} contents={contents} reports={shown} page={page} more={reports.length > LIST_LENGTH} />,
    )
  })

  app.get("/reports/:id", async (context) => {
    const number = await findReport(archive, context.req.param("id"))
    const record = number === undefined ? undefined : await currentRecord(archive, number)
    if (number === undefined || !record) return context.notFound()
    const path = reportPath(record.report.id)
    if (context.req.path !== path) return context.redirect(path, 301)
    return show(
      context,
      <ReaderPage
        shell={shell}
        record={record}
        identities={await identitiesIn(archive, number)}
        handling={await handlingOf(archive, number)}
        tellersTakenDown={await tellersTakenDown(archive, number)}
      />,
    )
  })

  app.get("/people", async (context) => {
    const { after } = queryOf(context)
    const { rows, next, searched } = await who(archive, { limit: LIST_LENGTH, ...given("cursor", after) })
    return show(context, <PeoplePage shell={shell} people={rows} next={next} searched={searched} />)
  })

  app.get("/people/:number", async (context) => {
    const found = await findIdentity(archive, `#${context.req.param("number")}`)
    if (found.kind !== "one") return context.notFound()
    const { number, name } = found.identity
    if (context.req.path !== personPath(number)) return context.redirect(personPath(number), 301)
    const query = queryOf(context)
    const { hand } = query
    const narrowed = allGiven({ about: query.about, to: query.to, outlet: query.outlet, kind: query.kind })
    const filters = { ...narrowed, ...given("hand", hand) }
    const person = `#${number}`
    const limit = PART_LENGTH
    // What is passed on stands in a part of its own, unless the whole is narrowed to something.
    const whole = Object.keys(filters).length === 0 && query.after === undefined
    return show(
      context,
      <PersonPage
        shell={shell}
        number={number}
        name={name}
        filters={filters}
        months={await saidByMonth(archive, { who: person })}
        passedOn={whole ? await said(archive, { who: person, passedOn: true, limit }) : { rows: [] }}
        said={
          await said(archive, { who: person, ...narrowed, ...handOf(hand), limit, ...given("cursor", query.after) })
        }
        asked={await asked(archive, { who: person, limit })}
        about={await about(archive, { who: person, byOthers: true, limit })}
        followed={await followedWhere(archive, ({ who }) => who === person)}
        contacts={(await contacts(archive, { who: person, limit: MOST_CONTACTS })).rows}
      />,
    )
  })

  // What the fields for names and outlets offer while somebody types.
  app.get("/names", async (context) => context.json(await namesBeginning(archive, queryOf(context).words)))

  app.get("/outlets", async (context) => context.json(await outletsHolding(archive, queryOf(context).words)))

  app.get("/between", async (context) => {
    const { who, other } = queryOf(context)
    const found = who === undefined || other === undefined ? undefined : await between(archive, who, other)
    return show(context, <BetweenPage shell={shell} who={who ?? ""} other={other ?? ""} {...given("found", found)} />)
  })

  app.get("/search", async (context) => {
    const { words, after, hand, outlet, kind, since, until } = queryOf(context)
    const narrowed = allGiven({ outlet, kind, since, until })
    const filters = { ...narrowed, ...given("hand", hand) }
    const asking = { ...narrowed, ...handOf(hand) }
    if (words === "") return show(context, <SearchPage shell={shell} words="" filters={filters} />)
    const { rows, next, searched } = await searchStatements(archive, {
      words,
      ...asking,
      limit: PART_LENGTH,
      ...given("cursor", after),
    })
    const reports = await searchReports(archive, { words, limit: 10, ...asking })
    const found = {
      statements: rows,
      ...given("next", next),
      ...given("searched", searched),
      reports: after === undefined ? reports.rows : [],
      facets: await facets(archive, { words, ...asking }),
      followed: await followedWhere(archive, (question) => question.words === words),
      people: after === undefined ? await peopleCalled(archive, words) : [],
    }
    return show(context, <SearchPage shell={shell} words={words} filters={filters} found={found} />)
  })
}

async function between(archive: Archive, one: string, other: string): Promise<BetweenFound> {
  const { rows, next, meant = [] } = await contacts(archive, { who: one, other, limit: MOST_CONTACTS })
  const contents = await countArchive(archive)
  const nameOf = (n: number, typed: string) =>
    [...new Set(meant[n]?.people.map(({ name }) => name))].join(" or ") || typed
  const about = async (who: string, whom: string) =>
    (await said(archive, { who, about: whom, limit: PART_LENGTH })).rows
  return {
    names: [nameOf(0, one), nameOf(1, other)],
    leftOut: meant.flatMap(leftOutWords),
    contacts: rows,
    more: next !== undefined,
    said: [await about(one, other), await about(other, one)],
    searched: {
      reports: contents.reports,
      ...given("from", contents.from ?? undefined),
      ...given("to", contents.to ?? undefined),
    },
  }
}

const followedWhere = async (archive: Archive, isMeant: (question: Question) => boolean): Promise<string[]> =>
  (await searches(archive)).filter(({ question }) => isMeant(question)).map(({ name }) => name)

async function peopleCalled(archive: Archive, words: string) {
  const found = await findIdentity(archive, words)
  if (found.kind === "none") return []
  const candidates = found.kind === "one" ? [{ identity: found.identity, reports: undefined }] : found.candidates
  return [...candidates, ...(found.leftOut ?? [])].map(({ identity, reports }) => ({
    name: identity.name,
    path: personPath(identity.number),
    ...given("reports", reports),
  }))
}
