import {
  type Archive,
  ArchiveError,
  findIdentity,
  follow,
  newsOf,
  type Question,
  type Search,
  searches,
  unfollow,
} from "../archive/index.js"
import { atomFeed, jsonFeed } from "../feeds/feeds.js"
import { entryLink } from "../web/entries.js"
import { type Followed, FollowingPage, FollowPage, followedWords } from "../web/following.js"
import type { Shell } from "../web/layout.js"
import { feedPath } from "../web/links.js"
import type { Access } from "./access/access.js"
import { needsPerson } from "./access/guard.js"
import type { App } from "./env.js"
import { allGiven } from "./given.js"
import type { Problem } from "./problem.js"
import { queryIn, queryOf } from "./query.js"
import { show } from "./show.js"

/** Questions that are followed, their feeds, and the pages on which somebody begins and stops to follow one. */
export function addFollowing(app: App, archive: Archive, access: Access, shell: Shell, problem: Problem): void {
  app.get("/following", async (context) =>
    show(context, <FollowingPage shell={shell} followed={await followedIn(archive)} />),
  )

  app.get("/following/new", needsPerson(access, problem), async (context) => {
    const question = questionIn(queryOf(context))
    const words = followedWords(await withNames(archive, question))
    return show(context, <FollowPage shell={shell} question={question} words={words} name={nameFor(words)} />)
  })

  app.post("/following", async (context) => {
    const form = fieldsOf(await context.req.parseBody())
    const name = (form.name ?? "").trim()
    if ((await searches(archive)).some((search) => search.name === name)) {
      throw new ArchiveError(`${name} is followed already; go back and choose another name`)
    }
    await follow(archive, name, questionIn(queryIn(form)))
    return context.redirect(`/following#${encodeURIComponent(name)}`, 303)
  })

  app.post("/following/stop", async (context) => {
    const { name = "" } = fieldsOf(await context.req.parseBody())
    await unfollow(archive, name)
    return context.redirect("/following", 303)
  })

  app.get("/feeds/:file", async (context) => {
    const [, name, form] = /^(.+)\.(atom|json)$/.exec(context.req.param("file")) ?? []
    const search = (await searches(archive)).find((each) => each.name === name)
    if (name === undefined || search === undefined) return context.notFound()
    const news = await newsOf(archive, name)
    const origin = access.origin ?? new URL(context.req.url).origin
    const places = {
      feed: origin + feedPath(name, form === "atom" ? "atom" : "json"),
      page: `${origin}/following`,
      pageOf: (id: string) => origin + entryLink(id),
    }
    return form === "atom"
      ? context.body(atomFeed(news, places), 200, { "content-type": "application/atom+xml; charset=utf-8" })
      : context.body(jsonFeed(news, places), 200, { "content-type": "application/feed+json; charset=utf-8" })
  })
}

/** What of a page's address can be followed. */
function questionIn({ who, about, to, words, outlet, hand }: ReturnType<typeof queryOf>): Question {
  return {
    ...allGiven({ who, about, to, outlet }),
    ...(words !== "" && { words }),
    ...(hand === "first" && { firstHand: true }),
  }
}

const fieldsOf = (form: { readonly [name: string]: unknown }): { [name: string]: string } =>
  Object.fromEntries(Object.entries(form).filter((field): field is [string, string] => typeof field[1] === "string"))

async function followedIn(archive: Archive): Promise<Followed[]> {
  const all = await searches(archive)
  return Promise.all(
    all.map(async ({ name, question }: Search) => ({
      name,
      question,
      words: followedWords(await withNames(archive, question)),
    })),
  )
}

/** "#12" is a person to the archive, and to nobody else. */
async function withNames(archive: Archive, question: Question): Promise<Question> {
  const named = async (typed: string | undefined) => {
    if (typed === undefined || !typed.startsWith("#")) return typed
    const found = await findIdentity(archive, typed)
    return found.kind === "one" ? found.identity.name : typed
  }
  const { who, about, to, ...rest } = question
  return { ...rest, ...allGiven({ who: await named(who), about: await named(about), to: await named(to) }) }
}

/** "What Inés Aldarondo says" → "what-inés-aldarondo-says" */
const nameFor = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
