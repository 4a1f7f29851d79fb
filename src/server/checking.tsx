import { type Archive, check } from "../archive/index.js"
import { CheckPage } from "../web/check.js"
import type { Shell } from "../web/layout.js"
import type { App } from "./env.js"
import { allGiven, given } from "./given.js"
import { queryOf } from "./query.js"
import { show } from "./show.js"

/** The page on which a quotation is checked. */
export function addChecking(app: App, archive: Archive, shell: Shell): void {
  app.get("/check", async (context) => {
    const { quotation, outlet, since, until } = queryOf(context)
    const filters = allGiven({ outlet, since, until })
    const checked = quotation === "" ? undefined : await check(archive, { words: quotation, ...filters })
    return show(
      context,
      <CheckPage shell={shell} quotation={quotation} filters={filters} {...given("checked", checked)} />,
    )
  })
}
