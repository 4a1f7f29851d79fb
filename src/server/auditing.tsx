import { type Archive, voices } from "../archive/index.js"
import { errorOf, readMeasured } from "../audit/measured.js"
import { sharesOf } from "../audit/shares.js"
import { AuditPage } from "../web/audit.js"
import type { Shell } from "../web/layout.js"
import type { App } from "./env.js"
import { queryOf } from "./query.js"
import { show } from "./show.js"

// A list of attributes is the reader's own file, so it is only asked for on the command line.
const noAttributes = { names: [], of: new Map() }

/** Who gets quoted and how much, as a page. */
export function addAuditing(app: App, archive: Archive, shell: Shell): void {
  app.get("/audit", async (context) => {
    const { by, copies } = queryOf(context)
    const measured = await readMeasured()
    const shares = await sharesOf(voices(archive, copies), by, noAttributes)
    return show(
      context,
      <AuditPage
        shell={shell}
        by={by}
        copies={copies}
        shares={shares}
        errorOf={(measure, value, outlet) => errorOf(measured, measure, value, outlet)}
        measured={measured}
      />,
    )
  })
}
