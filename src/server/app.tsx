import { Hono } from "hono"
import { compress } from "hono/compress"
import { type Archive, ArchiveError } from "../archive/index.js"
import { ProblemPage } from "../web/problem.js"
import { type Assets, loadAssets } from "./assets.js"
import { safeHeaders } from "./headers.js"
import { onlyThisMachine } from "./hosts.js"
import { RequestError } from "./query.js"
import { addReadingPages } from "./reading.js"
import { show } from "./show.js"

const FOR_GOOD = "public, max-age=31536000, immutable"

/** The server of an archive, as a function from request to response. */
export function createApp(archive: Archive, assets: Assets = loadAssets()): Hono {
  const shell = { styles: `${assets.path}/site.css`, scripts: `${assets.path}/main.js` }
  const app = new Hono()
  app.use(safeHeaders, onlyThisMachine, compress())

  app.get("/assets/:version/:name", (context) => {
    const asset = assets.files.get(context.req.param("name"))
    if (!asset) return context.notFound()
    return context.body(asset.body, 200, { "content-type": asset.type, "cache-control": FOR_GOOD })
  })
  addReadingPages(app, archive, shell)

  app.notFound((context) =>
    show(
      context,
      <ProblemPage shell={shell} title="Not here" words="This archive has no such page, or may not show it." />,
      404,
    ),
  )
  app.onError((error, context) => {
    const theirs = error instanceof RequestError || error instanceof ArchiveError
    if (!theirs) console.error(error)
    const title = theirs ? "That cannot be done" : "Something broke"
    const words = theirs ? error.message : `The server could not answer: ${error.message}`
    return show(context, <ProblemPage shell={shell} title={title} words={words} />, theirs ? 400 : 500)
  })
  return app
}
