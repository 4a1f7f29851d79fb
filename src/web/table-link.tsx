import { withQuery } from "./links.js"

export interface TableLinkProps {
  /** what the API calls the question: "said" */
  readonly question: "said" | "search" | "contacts" | "check" | "who" | "audit"
  /** what it is asked with; true and false are written so */
  readonly asked?: { readonly [name: string]: string | boolean | undefined }
}

/** What a list shows, all of it and as a table for a spreadsheet. */
export function TableLink({ question, asked = {} }: TableLinkProps) {
  const query = Object.fromEntries(
    Object.entries(asked).map(([name, value]) => [name, value === undefined ? undefined : String(value)]),
  )
  return (
    <a class="download" href={withQuery(`/api/${question}`, { ...query, format: "csv" })} download={`${question}.csv`}>
      All of it as a table (CSV)
    </a>
  )
}
