import { ArchiveError } from "./errors.js"
import type { Archive } from "./open.js"

/** A feed that is followed. Its state is the scheduler's, as JSON, so that it lasts over restarts. */
export interface FollowedFeed {
  readonly url: string
  readonly state: string
}

export async function feeds({ db }: Archive): Promise<FollowedFeed[]> {
  return db.selectFrom("feeds").select(["url", "state"]).orderBy("url").execute()
}

/** Follows a feed from now on; one that is followed already stays as it is. */
export async function followFeed({ db }: Archive, { url, state }: FollowedFeed, now = new Date()): Promise<void> {
  await db
    .insertInto("feeds")
    .values({ url, state, next_visit: null, added: now.toISOString() })
    .onConflict((conflict) => conflict.column("url").doNothing())
    .execute()
}

/** Gives a feed up: what it brought stays. Followed again, it starts anew. */
export async function unfollowFeed({ db }: Archive, url: string): Promise<void> {
  const { numDeletedRows } = await db.deleteFrom("feeds").where("url", "=", url).executeTakeFirstOrThrow()
  if (numDeletedRows > 0n) return
  const followed = await db.selectFrom("feeds").select("url").orderBy("url").execute()
  const which = followed.length === 0 ? "none is" : `these are: ${followed.map((feed) => feed.url).join(" ")}`
  throw new ArchiveError(`${url}: is no feed that is followed; ${which}`)
}

/** To be called once what a visit brought is in the archive: interrupted before, the next visit brings it again. */
export async function keepVisit({ db }: Archive, { url, state }: FollowedFeed, next: string | null): Promise<void> {
  await db.updateTable("feeds").set({ state, next_visit: next }).where("url", "=", url).execute()
}
