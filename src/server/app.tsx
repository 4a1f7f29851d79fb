import { type Context, Hono } from "hono"
import { compress } from "hono/compress"
import type { ContentfulStatusCode } from "hono/utils/http-status"
import { type Archive, countArchive, currentRecord, findReport, latestReports } from "../archive/index.js"
import { HomePage } from "../web/home.js"
import { reportPath } from "../web/links.js"
import { ProblemPage } from "../web/problem.js"
import { ReaderPage } from "../web/reader/page.js"
import { loadAssets } from "./assets.js"
import { safeHeaders } from "./headers.js"
import { onlyThisMachine } from "./hosts.js"

const LIST_LENGTH = 50
const FOR_GOOD = "public, max-age=31536000, immutable"

/** The server of an archive, as a function from request to response. */
export function createApp(archive: Archive): Hono {
  const assets = loadAssets()
  const shell = { styles: `${assets.path}/site.css`, scripts: `${assets.path}/main.js` }
  const app = new Hono()
  app.use(safeHeaders, onlyThisMachine, compress())

  app.get("/assets/:version/:name", (context) => {
    const asset = assets.files.get(context.req.param("name"))
    if (!asset) return context.notFound()
    return context.body(asset.body, 200, { "content-type": asset.type, "cache-control": FOR_GOOD })
  })

  app.get("/", async (context) => {
    const page = pageNumber(context.req.query("page"))
    const reports = await latestReports(archive, { limit: LIST_LENGTH + 1, offset: (page - 1) * LIST_LENGTH })
    return show(
      context,
      <HomePage
        shell={shell}
        contents={await countArchive(archive)}
        reports={reports.slice(0, LIST_LENGTH)}
        page={page}
        more={reports.length > LIST_LENGTH}
      />,
    )
  })

  app.get("/reports/:id", async (context) => {
    const id = context.req.param("id")
    const number = await findReport(archive, id)
    const record = number === undefined ? undefined : await currentRecord(archive, number)
    if (!record) return context.notFound()
    const path = reportPath(record.report.id)
    if (context.req.path !== path) return context.redirect(path, 301)
    return show(context, <ReaderPage shell={shell} record={record} />)
  })

  app.notFound((context) =>
    show(
      context,
      <ProblemPage shell={shell} title="Not here" words="This archive has no such page, or may not show it." />,
      404,
    ),
  )
  app.onError((error, context) => {
    console.error(error)
    return show(
      context,
      <ProblemPage shell={shell} title="Something broke" words={`The server could not answer: ${error.message}`} />,
      500,
    )
  })
  return app
}

const show = (context: Context, page: { toString(): string }, status: ContentfulStatusCode = 200) =>
  context.html(`<!DOCTYPE html>${page}`, status)

/** "?page=3" → 3; whatever is no page is the first. */
function pageNumber(page: string | undefined): number {
  return page !== undefined && /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1
}
