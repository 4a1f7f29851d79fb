// Which actors of many reports are one person or body.

export { type NameBegun, namesBeginning } from "./begin.js"
export { coveringOf } from "./covering.js"
export {
  checkWikidataId,
  keepApart,
  mergeIdentities,
  renameIdentity,
  setPrivate,
  settleMembership,
  setWikidata,
  splitIdentity,
} from "./decide.js"
export { findAnybody, findIdentity, findWholeName } from "./find.js"
export { linkActors } from "./link.js"
export { actorsIn, type ListedIdentity, listIdentities } from "./list.js"
export { blotGrounds } from "./memberships.js"
export { oneNamed, whichOne } from "./named.js"
export { shownName } from "./shown.js"
export { type Appearance, type IdentityChapter, type IdentityStory, identityStory } from "./story.js"
