import type { Child } from "hono/jsx"
import { useVisit } from "./visit.js"

/** What every page needs besides what it shows. */
export interface Shell {
  /** addresses of the style sheet and the scripts, which change with what is in them */
  readonly styles: string
  readonly scripts: string
}

export interface LayoutProps {
  readonly shell: Shell
  readonly title: string
  /** load it again after so many seconds, where there are no scripts to follow what happens */
  readonly again?: number
  readonly children?: Child
}

/** The page around every page. Nothing in it is inline, so that the browser may refuse whatever is. */
export function Layout({ shell, title, again, children }: LayoutProps) {
  const { person, mayWrite, mayLeave } = useVisit()
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title === "OnRecord" ? title : `${title} · OnRecord`}</title>
        <link rel="stylesheet" href={shell.styles} />
        <link rel="icon" href="data:," />
        <script type="module" src={shell.scripts} />
        {again !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(again)} />
          </noscript>
        )}
      </head>
      <body>
        <a class="skip" href="#main">
          To the content
        </a>
        <header class="top">
          <a class="mark" href="/">
            OnRecord
          </a>
          <nav aria-label="Pages of the archive">
            <a href="/">Reports</a>
            <a href="/people">People</a>
            <a href="/between">Contacts</a>
            {mayWrite && <a href="/add">Add</a>}
          </nav>
          <search>
            <form class="find" action="/search">
              <input
                type="search"
                name="words"
                aria-label="Words that were said"
                placeholder="Words that were said"
                required
              />
              <button type="submit">Search</button>
            </form>
          </search>
          {person && <p class="visitor">You are {mayLeave ? <a href="/enter">{person}</a> : person}</p>}
        </header>
        <main id="main">{children}</main>
      </body>
    </html>
  )
}
