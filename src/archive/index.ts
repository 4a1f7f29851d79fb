// The door `onrecord/archive`.
export { type Added, addRecord, addRecords } from "./add.js"
export { backUp } from "./backup.js"
export { copiesOf } from "./copies.js"
export type { Changed } from "./corrections/changed.js"
export { correctedRecord, currentRecord, currentRecords } from "./corrections/current.js"
export type { NewActor } from "./corrections/deeds.js"
export { recordsWithDisputes, type WithDisputes } from "./corrections/disputes.js"
export {
  acceptEntries,
  addEntry,
  correctEntry,
  type Done,
  disputeEntry,
  type Seen,
  withdrawEntry,
} from "./corrections/do.js"
export { type Erased, erase } from "./corrections/erase.js"
export { findHidden, findTarget, type Hidden, hide, lift, targetWords } from "./corrections/hide.js"
export {
  correctedRecords,
  entryHistory,
  type History,
  type Lesson,
  type LogLine,
  lessons,
  readLog,
} from "./corrections/history.js"
export type { Signed } from "./corrections/log.js"
export { type Reread, replaceReading, unlike } from "./corrections/reread.js"
export {
  type EntryState,
  type Handling,
  handlingOf,
  type Orphaned,
  type Signature,
  type Withdrawn,
} from "./corrections/states.js"
export { type Chapter, entryStory, type Story } from "./corrections/story.js"
export type { Target } from "./corrections/taken-down.js"
export { readFields, type Typed, type TypedField } from "./corrections/typed.js"
export { type Undone, undo } from "./corrections/undo.js"
export { examine, type Health } from "./doctor.js"
export { entryName, findNamed, reportNames } from "./entry-names.js"
export { ArchiveError, ChangedError, explained, MissingError } from "./errors.js"
export { type FollowedFeed, feeds, followFeed, keepVisit, unfollowFeed } from "./feeds.js"
export { changeCount, whyFailed } from "./file.js"
export {
  type Appearance,
  actorsIn,
  checkWikidataId,
  coveringOf,
  findIdentity,
  findWholeName,
  type IdentityChapter,
  type IdentityStory,
  identityStory,
  keepApart,
  type ListedIdentity,
  listIdentities,
  mergeIdentities,
  type NameBegun,
  namesBeginning,
  oneNamed,
  renameIdentity,
  setPrivate,
  settleMembership,
  setWikidata,
  shownName,
  splitIdentity,
  whichOne,
} from "./identities/index.js"
export { type Archive, openArchive } from "./open.js"
export { type PublicOptions, publicCopy } from "./public/copy.js"
export * from "./questions/index.js"
export {
  type Counts,
  countArchive,
  findReport,
  identitiesIn,
  type Listed,
  latestReports,
  outletsHolding,
  type ReportsAsked,
  reportsNumbered,
} from "./reports.js"
export { type Sampled, sampleEntries } from "./sample.js"
export { follow, type News, newsOf, type Question, type Search, searches, unfollow } from "./searches.js"
export { meetReport } from "./status.js"
export { machineRecord } from "./stored.js"
export { tellersTakenDown } from "./tellers.js"
export { versionsOf } from "./versions.js"
export { type Voice, voices } from "./voices.js"
