import type { Statement } from "../record.js"

export type Act = Statement["act"]

// Head words of cues, by what they do; lemmas only, nouns beside their verbs. Spelt with -ize; act.ts reads -ise as well.
export const actWords: Readonly<{ [act in Act]: string }> = {
  say: `say tell add report according write announce call describe show cite confirm claim reportedly identify reveal find state
    note acknowledge admit quote declare argue insist mention discuss read explain talk indicate respond reply estimate testify
    inform forecast plead disclose point continue reiterate address suggest speak share hear advise repeat recommend issue
    predict charge conclude post emphasize lay speculate underscore signal notify apologize thank reaffirm remark hail refer
    comment hint lie joke quip recall recount remember outline portray name list term detail stress assert relay convey depict
    document testimony describe speech announcement statement word remark comment news report message account story
    revelation disclosure suggestion recommendation proposal propose explanation advice forecast prediction
    argument contend maintain attribute clarify characterize speculation rumor publish tweet retweet email text
    blog chant shout yell scream holler shriek murmur mutter whisper cry exclaim proclaim profess preach
    state-of explain release brief update remind reassure assure congratulate commend salute toast laud applaud
    dub label brand coin bill title headline caption introduce classify designate rank rate deem allegedly purportedly
    allegedly invoke reference compare liken contrast equate paraphrase summarize sum certify verify attest swear affirm
    assess calculate determine rule uphold order-of decide surmise imply insinuate intimate downplay
    highlight flag touch reflect consult confess concede conclude counter rebut retort riposte answer
    deadpan brag boast tout promote fume rant rail lament bemoan complain grumble fret-aloud gripe complaint
    object objection protest disagree challenge contest debate spar wrangle haggle negotiate chat converse
    communicate contact-of notice alert caution warn warning flagging phone letter op-ed encyclical speechify
    quotation motto lyric line phrase reveal unveil present deliver issue exaggerate misspeak misstate
    voice-over narrate chronicle attend-to recite sing pray dictate pronounce
    begin interject chime observe opine posit theorize hypothesize project tease advertise market
    include list contain reveal uncover detect survey poll conclude finding conclusion result
    agree agreement concur accept acknowledgment admission confirmation assertion contention clarification
    raise give make provide put set use specify framing frame allude extol trumpet echo stipulate
    handed guidance discussion information notification feedback insistence response indication rhetoric assessment interpretation
    pitch floated float utter record represent categorize ascribe reconfirm confront bring sound foretell recap chuckle
    go speak-up vent gush enthuse sneer scoff mock ridicule taunt heckle insult jeer
    joke crack banter kid tell greet bid welcome-aloud hail
    defer illustrate depict outspoken clear vocal explicit adamant per known purport`,
  ask: "ask question query inquire wonder-aloud quiz interrogate cross-examine press-on grill interview pose know-wish pepper",
  deny: `deny denial disavow disclaim dispute refute contradict repudiate dismiss reject rejection distance scoff-at
    debunk disown recant retract gainsay rebuff shoot brush pooh-pooh`,
  refuse: `refuse refusal decline reach reachable available unavailable mum unanswered sidestep duck dodge demur balk withhold
    stonewall rebuff-answer ignore-question silent unreachable return stop`,
  promise:
    "promise pledge vow commit commitment guarantee assurance offer-to undertake threaten threat swear-to recommit offer invite invitation",
  accuse: `accuse accusation allege allegation blame accusing charge-with denounce denunciation decry slam blast lambaste assail
    rebuke chide chastise scold berate castigate excoriate eviscerate disparage belittle deride fault knock savage satirize trash reprimand admonish deride smear
    condemn-as indict implicate impugn tear call-out criticism-as lash attack-as bash rip roast hammer pummel`,
  demand: `demand urge request order ordered require command instruct direct insist-on implore beg plea plead-with appeal
    press pressure push petition lobby exhort entreat beseech summon clamor advocate call-for call-on encourage
    prod pester nag campaign seek-from permit authorize bar ban prohibit forbid require motion application apply bid behest dare rally`,
  think: `think believe belief expect expectation consider view see regard know understand doubt suspect assume presume
    feel-that imagine suppose figure-out reckon anticipate anticipation foresee judge weigh mull contemplate envision envisage
    support oppose opposition back endorse endorsement favor agree-in prefer preference recognize appreciate trust
    credit-in determine-to skeptical skepticism confident confidence convince interested opinion thought perception
    attitude interpret notion wary suspicious aware certain unsure uncertain mindful bet dream realize
    side champion critic supporter approve disapprove approval sympathize tolerate value ponder perceive conviction sense
    vote eschew revile against wonder scrutinize deserve idea`,
  hope: "hope hopeful wish pray-for look-forward optimistic optimism long yearn",
  want: "want desire would-like like keen eager need crave ready willing unwilling reluctant reluctance loath wish-for",
  intend:
    "plan intend intention aim mean-to prepare resolve determined seek target try plot intent set-out purpose bent vie scheme consider-doing",
  feel: `feel fear fearful worry concern concerned concern-about love hate admire resent regret rue enjoy dislike glad happy unhappy
    angry anger furious livid upset disappointed disappointment frustrated frustration surprise surprised shocked shock relieved
    relief delight delighted proud pride pleased sad saddened sorry sorrow grateful dismay dismayed anxious anxiety alarm alarmed
    outraged outrage impatient impatience remorseful skittish uneasy nervous comfortable excited excitement thrilled
    appreciative supportive critical cautious displeasure horrified heartbroken devastated afraid scared
    enamored adore despise loathe detest respect care embarrassed ashamed jealous bitter positive negative
    celebrate cheer deplore ire scorn envy mourn grieve gratitude happiness joy sadness`,
}

/**
 * Words told of speech and of attitude alike ("criticized the plan as reckless" is said, "criticized the plan" need not be):
 * the act when spoken, the act when thought, and which is likelier where nothing else tells.
 */
export const doubleWords: Readonly<{
  [lemma: string]: readonly [spoken: Act, thought: Act, likelier: "spoken" | "thought"]
}> = {
  criticize: ["accuse", "think", "spoken"],
  criticism: ["accuse", "think", "spoken"],
  condemn: ["accuse", "feel", "thought"],
  condemnation: ["accuse", "feel", "thought"],
  attack: ["accuse", "think", "thought"],
  praise: ["say", "feel", "thought"],
  welcome: ["say", "feel", "thought"],
  defend: ["say", "think", "thought"],
  express: ["say", "feel", "spoken"],
  expression: ["say", "feel", "spoken"],
  voice: ["say", "feel", "spoken"],
  estimate: ["say", "think", "spoken"],
  speculation: ["say", "think", "thought"],
  offer: ["promise", "intend", "spoken"],
  seek: ["demand", "intend", "thought"],
  encourage: ["demand", "feel", "spoken"],
  commit: ["promise", "intend", "spoken"],
  commitment: ["promise", "intend", "spoken"],
  credit: ["say", "think", "spoken"],
  position: ["say", "think", "spoken"],
  stance: ["say", "think", "thought"],
  push: ["demand", "want", "spoken"],
  remember: ["say", "think", "thought"],
  decide: ["say", "intend", "spoken"],
  decision: ["say", "intend", "spoken"],
  determine: ["say", "intend", "thought"],
  understand: ["say", "think", "thought"],
  wonder: ["ask", "think", "thought"],
  insult: ["accuse", "feel", "spoken"],
  mock: ["accuse", "feel", "thought"],
  champion: ["say", "think", "thought"],
  tout: ["say", "think", "spoken"],
  applaud: ["say", "feel", "thought"],
  laud: ["say", "feel", "spoken"],
  blast: ["accuse", "feel", "spoken"],
  slam: ["accuse", "feel", "spoken"],
  rebuke: ["accuse", "feel", "thought"],
  embrace: ["say", "think", "thought"],
  reason: ["say", "think", "spoken"],
  learn: ["say", "think", "spoken"],
  wish: ["say", "hope", "thought"],
  distance: ["deny", "think", "spoken"],
  judgment: ["say", "think", "thought"],
  cast: ["say", "think", "spoken"],
  seem: ["say", "think", "thought"],
  appear: ["say", "think", "thought"],
  look: ["say", "think", "thought"],
  speculate: ["say", "think", "spoken"],
  prefer: ["say", "want", "thought"],
  complain: ["say", "feel", "spoken"],
}

/** Sequences that mean something else than their head word alone; matched on lemmas, so "made clear" is "make clear". */
export const actPatterns: readonly (readonly [pattern: RegExp, act: Act])[] = [
  [/^(?:.* )?rule out\b/, "deny"],
  [/\b(?:not|never) (?:reply|respond|answer)\b/, "refuse"],
  [/^(?:respond|reply|comment|elaborate|answer|return) ?(?:to|on)?$/, "say"],
  [/\b(?:want|like|would like) to (?:know|ask)\b/, "ask"],
  [/\bcall(?:ed)? (?:for|on|upon)\b/, "demand"],
  [/\bcall out\b|\btake aim\b|\blash out\b|\btake a swipe\b|\bcome under fire\b|\bunder fire\b/, "accuse"],
  [/\breach out\b/, "demand"],
  [/\blook forward\b/, "hope"],
  [/\bturn down\b|\bno comment\b|\bremain silent\b|\bdecline\b|\brefuse\b/, "refuse"],
  [/\bmake (?:it )?(?:very |quite |perfectly )?clear\b|\bexpress\b.*\b(?:hope|optimism|concern|confidence)\b/, "say"],
  [/\bplead guilty\b/, "say"],
  [/\bask for\b/, "demand"],
  [/\bpush back\b|\bshoot down\b|\bbrush off\b|\bplay down\b|\blaugh off\b/, "deny"],
  [/\bset out to\b|\bmake up (?:his|her|their) mind\b/, "intend"],
  [/\bpress charge\b/, "accuse"],
  [/\bdemand (?:to )?know\b/, "ask"],
]
