// What can be asked of an archive.
export { type AskedQuestion, asked, type Exchange } from "./asked.js"
export { type Checked, check, type Finding } from "./check.js"
export { type ContactAnswer, type ContactsQuestion, contacts } from "./contacts.js"
export type { Piece } from "./difference.js"
export type { Entry, Named, StatementEntry, Time } from "./entries.js"
export { type Facet, type Facets, facets } from "./facets.js"
export { type Meant, offsetOf, type Page, type Paging, type Period, type Searched, searched, sliced } from "./page.js"
export {
  type AboutQuestion,
  about,
  type MonthCount,
  type Narrowing,
  type SaidQuestion,
  said,
  saidByMonth,
} from "./said.js"
export { type SearchQuestion, searchStatements } from "./search.js"
export { type ReportEntry, type ReportQuestion, searchReports } from "./search-reports.js"
export { type Showing, show } from "./show.js"
export type { Speaking } from "./speaking.js"
export type { Telling } from "./tellings.js"
export { type Quoted, type WhoQuestion, who } from "./who.js"
export { type Wording, wordingsOf } from "./wordings.js"
