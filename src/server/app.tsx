import { resolve } from "node:path"
import { Hono } from "hono"
import { compress } from "hono/compress"
import { type Archive, ArchiveError, ChangedError, explained, MissingError } from "../archive/index.js"
import type { Fetcher } from "../input/web/fetcher.js"
import { type Access, thisMachine } from "./access/access.js"
import { addEntering } from "./access/entering.js"
import { guard, needsPerson } from "./access/guard.js"
import { type Limits, limitBytes, limitRate, usualLimits } from "./access/limits.js"
import { openMarks } from "./access/marks.js"
import { openSessions } from "./access/session.js"
import { openedOnce } from "./adding/fetching.js"
import { addAdding } from "./adding/pages.js"
import { openQueue, type Queue } from "./adding/queue.js"
import { startReader } from "./adding/reading.js"
import { addApi } from "./api/routes.js"
import { type Assets, loadAssets } from "./assets.js"
import { addAuditing } from "./auditing.js"
import { addChecking } from "./checking.js"
import { addCorrecting } from "./correcting.js"
import type { App, ServerEnv } from "./env.js"
import { addFollowing } from "./following.js"
import { safeHeaders } from "./headers.js"
import { onlyKnownHosts } from "./hosts.js"
import { addIdentities } from "./identities.js"
import { problemsIn } from "./problem.js"
import { RequestError } from "./query.js"
import { addReadingPages } from "./reading.js"

const FOR_GOOD = "public, max-age=31536000, immutable"

export interface Surroundings {
  readonly limits?: Limits
  /** reads what is added; whoever gives one closes it */
  readonly queue?: Queue
  readonly fetcher?: () => Promise<Fetcher>
}

/** The server of an archive, as a function from request to response. */
export function createApp(
  archive: Archive,
  assets: Assets = loadAssets(),
  access: Access = thisMachine,
  { limits = usualLimits, queue = openQueue(archive, startReader()), fetcher = openedOnce() }: Surroundings = {},
): App {
  const shell = { styles: `${assets.path}/site.css`, scripts: `${assets.path}/main.js` }
  const problem = problemsIn(shell)
  const sessions = openSessions(access, resolve(archive.path))
  const app: App = new Hono<ServerEnv>()
  app.use(safeHeaders, onlyKnownHosts(access), compress())
  app.use(limitRate(access, limits, problem), limitBytes(limits, problem))

  app.get("/assets/:version/:name", (context) => {
    const asset = assets.files.get(context.req.param("name"))
    if (!asset) return context.notFound()
    return context.body(asset.body, 200, { "content-type": asset.type, "cache-control": FOR_GOOD })
  })

  app.use(guard(access, sessions, openMarks(), problem))
  app.use("/add/*", needsPerson(access, problem)) // "/add" too
  addEntering(app, access, sessions, shell, problem)
  addReadingPages(app, archive, shell)
  addCorrecting(app, archive, shell, access, problem)
  addIdentities(app, archive, shell)
  addAdding(app, queue, fetcher, shell, problem)
  addApi(app, archive, problem)
  addChecking(app, archive, shell)
  addAuditing(app, archive, shell)
  addFollowing(app, archive, access, shell, problem)

  app.notFound((context) => problem(context, 404, "Not here", "This archive has no such page, or may not show it."))
  app.onError((error, context) => {
    const told = explained(archive.path, error)
    if (told instanceof ArchiveError && told !== error) {
      console.error(`onrecord: ${told.message}`)
      // Where the file lies is told to whoever runs the server only.
      return problem(context, 500, "Something broke", told.message.replace(archive.path, "the archive"))
    }
    const theirs = error instanceof RequestError || error instanceof ArchiveError || isBrokenOff(error)
    if (!theirs) console.error(error)
    if (error instanceof MissingError) return problem(context, 404, "Not here", error.message)
    const title = theirs ? "That cannot be done" : "Something broke"
    const words = theirs ? error.message : `The server could not answer: ${error.message}`
    return problem(context, error instanceof ChangedError ? 409 : theirs ? 400 : 500, title, words)
  })
  return app
}

/** The connection was lost while the request came in: there is nobody left to answer, and nothing to look into. */
const isBrokenOff = (error: Error): boolean => "code" in error && error.code === "ECONNRESET"
