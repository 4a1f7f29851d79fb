import { setTimeout } from "node:timers/promises"
import { type Archive, feeds, followFeed, keepVisit, openArchive, unfollowFeed, whyFailed } from "../archive/index.js"
import { isInputError } from "../input/errors.js"
import { isWebAddress } from "../input/read.js"
import { type Fetcher, openFetcher } from "../input/web/fetcher.js"
import { type FeedState, isDue, newFeed } from "../input/web/schedule.js"
import { type Visit, visitFeed } from "../input/web/visit.js"
import { readMany } from "../pool/read-many.js"
import { keepOutcomes, newTally, summary, type Tally, unknownOnly } from "./add.js"
import { harmless } from "./terminal.js"

export interface WatchOptions {
  readonly archive: string
  readonly once?: boolean
  readonly threads?: number
  readonly contact?: string
}

/** What only tests give. */
export interface WatchSurroundings {
  readonly fetcher?: Fetcher
  readonly now?: () => Date
  /** Rejects when it is time to stop. */
  readonly wait?: (milliseconds: number) => Promise<unknown>
}

/** The longest sleep, so that a feed that another process begins to follow is seen. */
const LONGEST_SLEEP = 60_000

/** Follows the feeds given and those followed before, and adds what is new; with `once`, what is due now, and ends. */
export async function watchCommand(
  urls: readonly string[],
  { archive: path, once = false, threads, contact }: WatchOptions,
  {
    fetcher = openFetcher(contact === undefined ? {} : { contact }),
    now = () => new Date(),
    wait,
  }: WatchSurroundings = {},
): Promise<0 | 1 | 2> {
  const odd = urls.find((url) => !isWebAddress(url))
  if (odd !== undefined) return refuse(`${odd}: is not the address of a feed; it begins with https://`)
  const stop = new AbortController()
  const sleep = wait ?? ((milliseconds: number) => setTimeout(milliseconds, undefined, { signal: stop.signal }))
  // Once is enough for a clean end: what is being read is kept. Twice ends at once, as Ctrl-C does.
  const ask = () => stop.abort()
  process.once("SIGINT", ask).once("SIGTERM", ask)
  const archive = await openArchive(path)
  try {
    for (const url of urls) await followFeed(archive, asRow(newFeed(url)), now())
    let failed = false
    for (;;) {
      const states = await statesIn(archive)
      if (states.length === 0) return refuse("no feed is followed; give the address of one")
      for (const state of states.filter((one) => isDue(one, now()))) {
        if (stop.signal.aborted) break
        const tally = await visit(archive, state, fetcher, now, threads)
        failed ||= tally.failed > 0
        console.error(harmless(summary(tally, path).replace("onrecord:", `onrecord: ${state.url}:`)))
      }
      if (once || stop.signal.aborted) return once && failed ? 1 : 0
      const followed = await statesIn(archive)
      if (followed.length === 0) return 1
      const stopped = await sleep(untilNext(followed, now())).then(
        () => false,
        () => true,
      )
      if (stopped) return 0
    }
  } catch (error) {
    throw await whyFailed(archive, error)
  } finally {
    process.off("SIGINT", ask).off("SIGTERM", ask)
    await archive.close()
  }
}

async function visit(
  archive: Archive,
  before: FeedState,
  fetcher: Fetcher,
  now: () => Date,
  threads?: number,
): Promise<Tally> {
  const tally = newTally()
  const found = await visitFeed(before, fetcher, now())
  const { reports, state } = found
  const news = unknownOnly(archive, each(reports), tally)
  const say = { say: (line: string) => console.error(line), count: () => {} }
  await keepOutcomes(archive, readMany(news, threads === undefined ? {} : { threads }), tally, say)
  if (isOutOfReach(before, found)) {
    await unfollowFeed(archive, state.url)
    console.error(harmless(`onrecord: ${state.url}: is not followed`))
  } else await keepVisit(archive, asRow(state), state.next ?? null)
  return tally
}

/** A feed in a private network is never read. One that was read before may lie there for a while, by a mistake in a name. */
const isOutOfReach = (before: FeedState, { reports, state }: Visit): boolean =>
  before.visits === 0 &&
  state.failures > 0 &&
  reports.some((outcome) => isInputError(outcome) && outcome.code === "private-address")

async function* each<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all
}

const asRow = (state: FeedState) => ({ url: state.url, state: JSON.stringify(state) })

const statesIn = async (archive: Archive): Promise<FeedState[]> =>
  (await feeds(archive)).map(({ state }) => JSON.parse(state) as FeedState)

function untilNext(states: readonly FeedState[], now: Date): number {
  const times = states.flatMap(({ next }) => (next === undefined ? [] : [Date.parse(next) - now.getTime()]))
  return Math.min(LONGEST_SLEEP, Math.max(1000, ...(times.length > 0 ? [Math.min(...times)] : [LONGEST_SLEEP])))
}

function refuse(words: string): 2 {
  console.error(`onrecord: ${harmless(words)}`)
  return 2
}
