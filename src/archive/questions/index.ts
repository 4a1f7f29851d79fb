// What can be asked of an archive.
export { type AskedQuestion, asked, type Exchange } from "./asked.js"
export type { Entry, Named, StatementEntry, Time } from "./entries.js"
export { type Facet, type Facets, facets } from "./facets.js"
export type { Meant, Page, Paging, Period, Searched } from "./page.js"
export { type AboutQuestion, about, type Narrowing, type SaidQuestion, said } from "./said.js"
export { type SearchQuestion, searchStatements } from "./search.js"
export { type ReportEntry, type ReportQuestion, searchReports } from "./search-reports.js"
export { type Quoted, type WhoQuestion, who } from "./who.js"
