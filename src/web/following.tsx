import { Layout, type Shell } from "./layout.js"
import { feedPath, personPath, withQuery } from "./links.js"
import { Mark, useVisit } from "./visit.js"

/** What is asked again and again: what `who` says, or what is said about somebody, or holds the words. */
export interface FollowedQuestion {
  readonly who?: string
  readonly about?: string
  readonly to?: string
  readonly words?: string
  readonly outlet?: string
  readonly firstHand?: boolean
}

export interface Followed {
  readonly name: string
  readonly question: FollowedQuestion
  /** the question with names instead of numbers, as a person reads it */
  readonly words: string
}

/** Everything that is followed, with its feeds. */
export function FollowingPage({ shell, followed }: { shell: Shell; followed: readonly Followed[] }) {
  const { mayWrite } = useVisit()
  return (
    <Layout shell={shell} title="Followed" feeds={followed.map(({ name }) => name)}>
      <div class="page">
        <h1>Followed</h1>
        <p class="lede">
          Each is a feed for any reader of news: what is added to the archive and answers the question comes up there.
          Begin to follow somebody on their page, and words from a search.
        </p>
        {followed.length === 0 ? (
          <p class="nothing">Nothing is followed yet.</p>
        ) : (
          <ul class="followed">
            {followed.map((one) => (
              <li id={one.name}>
                <p>
                  <a href={answersPath(one.question)}>{one.words}</a>
                </p>
                <p class="facts">
                  {one.name} · <a href={feedPath(one.name, "atom")}>Atom feed</a> ·{" "}
                  <a href={feedPath(one.name, "json")}>JSON feed</a>
                </p>
                {mayWrite && (
                  <form method="post" action="/following/stop">
                    <Mark />
                    <input type="hidden" name="name" value={one.name} />
                    <button type="submit" aria-label={`Stop following ${one.name}`}>
                      Stop
                    </button>
                  </form>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Layout>
  )
}

export interface FollowProps {
  readonly shell: Shell
  readonly question: FollowedQuestion
  readonly words: string
  /** what it may be called */
  readonly name: string
}

/** Where a question gets the name that its feed is found by. */
export function FollowPage({ shell, question, words, name }: FollowProps) {
  const { firstHand, ...fields } = question
  return (
    <Layout shell={shell} title="Follow">
      <div class="page">
        <h1>Follow</h1>
        <p class="lede">{words}</p>
        <form class="ask" method="post" action="/following">
          <Mark />
          {Object.entries(fields).map(([field, value]) => (
            <input type="hidden" name={field} value={value} />
          ))}
          {firstHand && <input type="hidden" name="hand" value="first" />}
          <label for="name">Its name: letters, digits, - and _; it is part of the feed’s address</label>
          <input id="name" name="name" value={name} maxlength={80} required />
          <button type="submit">Follow</button>
        </form>
      </div>
    </Layout>
  )
}

/** A link to where a question gets its name; none where nothing can be kept. */
export function FollowLink({ question, words }: { question: FollowedQuestion; words: string }) {
  const { firstHand, ...fields } = question
  if (!useVisit().mayWrite) return null
  return (
    <a class="follow" href={withQuery("/following/new", { ...fields, hand: firstHand ? "first" : undefined })}>
      {words}
    </a>
  )
}

/** "What Inés Aldarondo says about Vallonda, first-hand, in The Oriel Gazette" */
export function followedWords({ who, about, to, words, outlet, firstHand }: FollowedQuestion): string {
  const what =
    who !== undefined
      ? `What ${who} says`
      : about !== undefined
        ? `What is said about ${about}`
        : `What holds the words: ${words ?? ""}`
  return [
    what + (who !== undefined && about !== undefined ? ` about ${about}` : "") + (to === undefined ? "" : ` to ${to}`),
    firstHand && "first-hand",
    outlet !== undefined && `in ${outlet}`,
  ]
    .filter(Boolean)
    .join(", ")
}

/** The page on which the answers to a question stand now. */
function answersPath({ who, words, firstHand, ...rest }: FollowedQuestion): string {
  const hand = firstHand ? "first" : undefined
  if (words !== undefined) return withQuery("/search", { words, outlet: rest.outlet, hand })
  const [, number] = /^#(\d+)$/.exec(who ?? rest.about ?? "") ?? []
  if (number === undefined) return withQuery("/search", { words: who ?? rest.about ?? "", outlet: rest.outlet, hand })
  return who === undefined
    ? `${personPath(Number(number))}#about`
    : withQuery(personPath(Number(number)), { ...rest, hand })
}
