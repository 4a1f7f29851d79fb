import { askedOf, type Hand, HandChoice, KindChoice, kindsOf } from "./choices.js"
import { dayWords } from "./dates.js"
import { Nothing, type SaidEntry, SaidList, type Searched } from "./entries.js"
import { FollowLink } from "./following.js"
import { Layout, type Shell } from "./layout.js"
import { reportPath, withQuery } from "./links.js"
import { TableLink } from "./table-link.js"

export interface SearchFilters {
  readonly outlet?: string
  readonly kind?: "direct" | "mixed" | "indirect"
  readonly since?: string
  readonly until?: string
  readonly hand?: Hand
}

export interface FoundReport {
  readonly id: string
  readonly outlet: string
  readonly date?: string
  readonly title?: string
  readonly excerpt?: string
}

export interface Facet {
  readonly value: string
  readonly statements: number
}

export interface SearchProps {
  readonly shell: Shell
  readonly words: string
  readonly filters: SearchFilters
  /** none where nothing was asked yet */
  readonly found?: {
    readonly statements: readonly SaidEntry[]
    readonly next?: string
    readonly searched?: Searched
    readonly reports: readonly FoundReport[]
    readonly facets: { readonly [name in "outlet" | "speaker" | "kind" | "month"]: readonly Facet[] }
    /** names under which these words are followed */
    readonly followed: readonly string[]
    /** persons and bodies who go by the words */
    readonly people: readonly { readonly name: string; readonly path: string; readonly reports?: number }[]
  }
}

export function SearchPage({ shell, words, filters, found }: SearchProps) {
  return (
    <Layout
      shell={shell}
      title={words === "" ? "Search" : `${words} · Search`}
      {...(found && { feeds: found.followed })}
    >
      <div class="page">
        <h1>Search</h1>
        <form class="filters" action="/search">
          <label class="long">
            Words <input type="search" name="words" value={words} data-names="/names" required />
          </label>
          <label>
            Outlet <input name="outlet" value={filters.outlet} data-names="/outlets" />
          </label>
          <label>
            From <input type="date" name="since" value={filters.since} />
          </label>
          <label>
            To <input type="date" name="until" value={filters.until} />
          </label>
          <KindChoice kind={filters.kind} />
          <HandChoice hand={filters.hand} />
          <button type="submit">Search</button>
        </form>
        <p class="facts">Bare words must all occur; "a phrase" stands together; riv* begins so.</p>
        {found && <Results words={words} filters={filters} found={found} />}
      </div>
    </Layout>
  )
}

function Results({
  words,
  filters,
  found,
}: {
  words: string
  filters: SearchFilters
  found: NonNullable<SearchProps["found"]>
}) {
  const query = {
    words,
    outlet: filters.outlet,
    kind: filters.kind,
    since: filters.since,
    until: filters.until,
    hand: filters.hand,
  }
  return (
    <div class="results">
      {found.people.length > 0 && (
        <section aria-labelledby="people">
          <h2 id="people">People and bodies</h2>
          <ul class="plain">
            {found.people.map(({ name, path, reports }) => (
              <li>
                <a href={path}>{name}</a>{" "}
                {reports !== undefined && (
                  <span class="facts">{reports === 1 ? "in 1 report" : `in ${reports} reports`}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="statements">
        <h2 id="statements">Statements</h2>
        <FollowLink
          question={{
            words,
            ...(filters.outlet !== undefined && { outlet: filters.outlet }),
            ...(filters.hand === "first" && { firstHand: true }),
          }}
          words="Follow this search"
        />
        {found.statements.length === 0 ? (
          <Nothing what="No statement holds these words" searched={found.searched} />
        ) : (
          <>
            <Facets facets={found.facets} query={query} />
            <SaidList entries={found.statements} />
            <TableLink question="search" asked={{ words, ...askedOf(filters) }} />
          </>
        )}
        {found.next && (
          <nav class="pager" aria-label="Pages">
            <a href={withQuery("/search", { ...query, after: found.next })} rel="next">
              More
            </a>
          </nav>
        )}
      </section>
      {found.reports.length > 0 && (
        <section aria-labelledby="reports">
          <h2 id="reports">Reports with these words</h2>
          <ol class="reports">
            {found.reports.map((report) => (
              <li>
                <a href={reportPath(report.id)}>{report.title ?? report.outlet}</a>
                <p class="facts">{[report.outlet, report.date && dayWords(report.date)].filter(Boolean).join(" · ")}</p>
                {report.excerpt && <p class="excerpt">… {report.excerpt} …</p>}
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}

/** Where the found statements spread; an outlet and a form can be followed. */
function Facets({
  facets,
  query,
}: {
  facets: NonNullable<SearchProps["found"]>["facets"]
  query: { readonly [name: string]: string | undefined }
}) {
  const kinds: { readonly [kind: string]: string } = kindsOf
  return (
    <dl class="facets">
      <FacetLine name="Outlets" facets={facets.outlet} link={(outlet) => withQuery("/search", { ...query, outlet })} />
      <FacetLine name="Speakers" facets={facets.speaker} />
      <FacetLine
        name="Forms"
        facets={facets.kind}
        words={(kind) => kinds[kind] ?? kind}
        link={(kind) => withQuery("/search", { ...query, kind })}
      />
      <FacetLine
        name="Months"
        facets={facets.month}
        words={dayWords}
        link={(month) => withQuery("/search", { ...query, since: `${month}-01`, until: `${month}-31` })}
      />
    </dl>
  )
}

interface FacetLineProps {
  readonly name: string
  readonly facets: readonly Facet[]
  readonly words?: (value: string) => string
  readonly link?: (value: string) => string
}

function FacetLine({ name, facets, words = (value) => value || "not known", link }: FacetLineProps) {
  if (facets.length === 0) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {facets.map(({ value, statements }, n) => [
          n === 0 ? "" : ", ",
          link && value ? <a href={link(value)}>{words(value)}</a> : words(value),
          <span class="count"> {statements}</span>,
        ])}
      </dd>
    </div>
  )
}
