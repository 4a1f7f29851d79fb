import type { Statement } from "../record.js"

export interface SayingInSentence {
  /** the sentence up to the cue */
  readonly before: string
  readonly cue: string
  /** the sentence after the cue */
  readonly after: string
  /** how sure a model is that the saying did not take place, 0 to 1 */
  readonly negatedScore?: number
}

/** Whether it was said, was not said, or only might be. A saying still to come ("will denounce") counts as asserted. */
export function polarityOf({ before, cue, after, negatedScore }: SayingInSentence): Statement["polarity"] {
  if (cue === "") return negatedScore !== undefined && negatedScore >= 0.8 ? "negated" : "asserted"
  const clause = lastClause(plain(before))
  const found = isNegated(clause, plain(before), plain(cue), plain(after)) ? 0.9 : 0.1
  const score = negatedScore === undefined ? found : (found + negatedScore) / 2
  if (score >= 0.5) return "negated"
  return isHypothetical(clause, plain(before), plain(cue)) ? "hypothetical" : "asserted"
}

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/,? however,/g, "")
    .replace(/\s+/g, " ")

// "Lopez did not attend, but she said": only the words since the last break can touch the cue
const breaks =
  /[,;:"“”()—–]|(?<=\s)['‘]|(?<=\s)-{1,2}(?=\s)|\b(?:but|and|that|who|which|because|while|although|though|when|after|before|since|until)\b/
function lastClause(before: string): string {
  return before.split(new RegExp(breaks.source, "g")).at(-1) ?? ""
}

function isNegated(clause: string, before: string, cue: string, after: string): boolean {
  if (declining.test(cue)) return true
  // "refused to say" is a saying that did not happen; "refused to pay" says no
  if (/\brefus/.test(cue)) return speechAhead.test(after) || /\bto \w+/.test(cue)
  if (/^remain/.test(cue) && /^ (?:silent|mum|tight-lipped)/.test(after)) return true
  if (/\b(?:not|never|neither|nor|cannot|no)\b|n't\b/.test(cue)) return !/\bnot only\b|\bno doubt\b/.test(cue)
  if (hiding.some((pattern) => pattern.test(clause))) return true
  if (emptyVerb.test(cue) && /^ (?:no\b|few|little|nothing)/.test(after)) return true
  if (/^(?:sa(?:y|id|ys|ying)|told)$/.test(cue) && /^ (?:[a-z]+ly )?(?:nothing|little|no more)\b/.test(after))
    return true
  // "Neither Lopez nor Reed, who left in May, could be reached"
  if (/^(?:reach|reached|available|contacted)$/.test(cue)) return /\b(?:neither|nor|not|no one)\b|n't\b/.test(before)
  return /^(?:respond|responded|returned|commented)$/.test(cue) && /\bneither\b/.test(before)
}

const declining =
  /\b(?:declin(?:e|ed|es|ing)|unavailable|unreachable|mum|unanswered|sidestepp?(?:ed|ing|s)?|remained silent|stopped short|stopped responding|yet to|demurr?ed|unable|withheld|has yet|have yet)\b|\bno (?:comment|word|mention)\b/
const speechAhead =
  /^ (?:to )?(?:say|comment|answer|discuss|speak|talk|give|provide|name|identify|disclose|reveal|elaborate|confirm|explain|respond|acknowledge|condemn|apologi[sz]e|rule|describe|detail|enter)\b/
const emptyVerb =
  /^(?:g[ai]v(?:e|es|en|ing)|offer(?:ed|s|ing)?|ma(?:de|ke|kes|king)|ha(?:ve|s|d|ving)|provid(?:e|ed|es|ing)|t[ao]k(?:e|en)|took|released?)$/

// words that may stand between "not" and the saying: "has not yet been officially informed", "is not in a position to say"
const between = [
  "(?!only)[a-z]+ly|yet|even|ever|just|also|quite|then|so far|to date|at first",
  "been|be|being|have|has|had|to|received|made|given|expected|going|want|wanting|wish|able|willing|prepared|ready",
  "in (?:any|a) (?:way|position)|go so far as|himself|herself|themselves|itself",
  "any|an?|the|official|formal|further|public|specific",
].join("|")
const hiding: readonly RegExp[] = [
  // "did not immediately say", "hasn't said", "has never spoken", "cannot confirm", "not been officially informed"
  new RegExp(`(?:\\b(?:not|never|cannot|hardly|scarcely)|n't) (?:(?:${between}) )*$`),
  // "failed to disclose", "unable to say", "without saying", "stopped short of calling", "has yet to comment"
  /\b(?:fail(?:ed|s|ing|ure)?|unable|declin(?:ed|es|ing)|refus(?:ed|es|ing|al)|reluctant|unwilling|yet|neglect(?:ed)?) to (?:[a-z]+ly )?(?:be )?$/,
  /\bwithout (?:[\p{L}'-]+ ){0,4}$/u,
  /\b(?:stopped|stopping|stops) short of $/,
  /\b(?:prohibit(?:ed)?|barred|banned|prevented|refrain(?:ed|ing)?|kept|stopped) from (?:[a-z]+ly )?$/,
  // "should have told investors", "denied having made the remark", "did not name the man or say why"
  /\bshould have $/,
  /\bden(?:ied|ies|y|ying) (?:ever )?(?:having )?(?:been )?$/,
  /(?:\bnot|n't) (?:[\p{L}'-]+ ){1,7}or $/u,
  // "nor did she say", "neither confirmed"
  /\b(?:nor|neither) (?:[\p{L}'-]+ ){0,4}$/u,
  // "no one said", "not everyone agreed", "no injuries were reported", "no immediate word"
  /\b(?:no one|nobody|none|no-one|not everyone|not all)(?: of [\p{L} ]+?)? (?:[\p{L}']+ ){0,2}$/u,
  /\bno (?:[\p{L}-]+ ){1,8}(?:has|have|had|was|were|is|are) (?:been )?(?:[a-z]+ly )?$/u,
  /\bno (?!doubt|matter|less|more than|time|he\b|she\b|they\b|it\b|we\b|i\b)(?:[\p{L}-]+ ){0,4}$/u,
]

function isHypothetical(clause: string, before: string, cue: string): boolean {
  // "if she says no", but not "if it wins in court the firm says"
  if (/\b(?:if|unless|whether|lest|in case) (?:[\p{L}'-]+ ){0,4}$/u.test(clause)) return true
  // "If Reed and another senator says no": the "and" joins names
  if (/\b(?:if|unless) (?:[\p{L}'-]+ ){1,3}and (?!(?:i|we|you|he|she|it|they)\b)(?:[\p{L}'-]+ ){1,4}$/u.test(before))
    return true
  if (
    /\b(?:might|may|could|should) (?:[a-z]+ly |also |even |well |then |still |have |be )*$/.test(clause) ||
    /^(?:might|may|could|should)\b/.test(cue)
  )
    return !/\bcould be $/.test(clause)
  // "critics would say"; but "Lopez said she would announce it" only looks ahead
  const would =
    /(?:\bwould|'d) (?:[a-z]+ly |also |even |then |have )*$/.test(clause) ||
    /^would (?!also like\b|like\b|prefer\b)/.test(cue)
  return (
    would &&
    !/\b(?:said|says|told|added|announced|promised|pledged|vowed|wrote|knew|thought|hoped|expected|believed|reported|confirmed|insisted|suggested|argued|warned|predicted|claimed|that)\b/.test(
      before,
    )
  )
}
