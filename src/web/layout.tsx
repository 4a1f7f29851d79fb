import type { Child } from "hono/jsx"
import { feedPath } from "./links.js"
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
  /** names of what is followed here: readers of news find its feeds from the page */
  readonly feeds?: readonly string[]
  readonly children?: Child
}

/** The page around every page. Nothing in it is inline, so that the browser may refuse whatever is. */
export function Layout({ shell, title, again, feeds = [], children }: LayoutProps) {
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
        {feeds.map((name) => (
          <>
            <link rel="alternate" type="application/atom+xml" title={name} href={feedPath(name, "atom")} />
            <link rel="alternate" type="application/feed+json" title={name} href={feedPath(name, "json")} />
          </>
        ))}
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
            <a href="/check">Check</a>
            <a href="/audit">Audit</a>
            <a href="/following">Followed</a>
          </nav>
          <search>
            <form class="find" action="/search">
              <input
                type="search"
                name="words"
                data-names="/names"
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
