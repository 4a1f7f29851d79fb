import type { GoldReport, GoldStatement } from "../src/score/gold.js"
import type { Span } from "../src/text/span.js"

// A small case for comparing scorers: two invented reports with their right answers, and readings of them
// that are wrong in one way or another.

const council = `Mayor Inês Távora told the Porto Calmo council on Tuesday that "not one school will close" 🙂 before June. "We are 40 teachers short," she said in a radio interview.

Clerks' union leader Bram Okoye and his deputy Lena Ruud called the plan a "fairy tale". Asked whether they would strike, Okoye said no vote was planned.

An aide to Távora declined to comment. The mayor has not met Okoye since March, and the two spoke by phone in April. She hopes the row will end.`

const ferry = `Ferry owner Ådne Holm said the harbour board had told him that repairs would cost $3 million.

A report by U.N. inspectors says that 12% of the hulls leak. Holm and the board will meet on Friday. Tom Holm, his brother, spoke to Governor Ruiz.`

type PlaceOf = (words: string, part?: string) => Span

/** Where words stand, or a part of them: `at("Okoye said no", "said")` is the right one of three. */
export const placeIn =
  (text: string): PlaceOf =>
  (words, part = words) => {
    const whole = text.indexOf(words)
    if (whole < 0) throw new Error(`“${words}” is not in the text`)
    const start = whole + words.indexOf(part)
    return { start, end: start + part.length }
  }

const plain = {
  speech: true,
  cue: null,
  source: null,
  addressees: [],
  via: null,
  when: null,
  negated: false,
  within: null,
  question: false,
  answers: null,
  response: null,
  figures: [],
} satisfies Partial<GoldStatement>

export const inventedGold: readonly GoldReport[] = [goldOfCouncil(placeIn(council)), goldOfFerry(placeIn(ferry))]

function goldOfCouncil(at: PlaceOf): GoldReport {
  const statements: GoldStatement[] = [
    {
      ...plain,
      id: "s1",
      kind: "mixed",
      content: [at('that "not one school will close" 🙂 before June')],
      cue: at("told"),
      source: at("Mayor Inês Távora"),
      speaker: "mayor",
      addressees: ["council"],
      when: at("Tuesday"),
    },
    {
      ...plain,
      id: "s2",
      kind: "direct",
      content: [at('"We are 40 teachers short,"')],
      cue: at("said"),
      source: at("she"),
      speaker: "mayor",
      via: at("in a radio interview"),
      figures: ["40"],
    },
    {
      ...plain,
      id: "s3",
      kind: "mixed",
      content: [at('the plan a "fairy tale".')],
      cue: at("called"),
      source: at("Bram Okoye and his deputy Lena Ruud"),
      speaker: "both",
    },
    {
      ...plain,
      id: "s4",
      kind: "indirect",
      content: [at("whether they would strike")],
      cue: at("Asked"),
      speaker: null,
      addressees: ["okoye", "ruud"],
      question: true,
    },
    {
      ...plain,
      id: "s5",
      kind: "indirect",
      content: [at("no vote was planned")],
      cue: at("Okoye said no", "said"),
      source: at("Okoye said no", "Okoye"),
      speaker: "okoye",
      answers: "s4",
      response: "answer",
    },
    {
      ...plain,
      id: "s6",
      kind: "indirect",
      content: [at("to comment")],
      cue: at("declined"),
      source: at("An aide to Távora"),
      speaker: "aide",
      negated: true,
    },
    {
      ...plain,
      id: "s7",
      kind: "indirect",
      speech: false,
      content: [at("the row will end")],
      cue: at("hopes"),
      source: at("She"),
      speaker: "mayor",
    },
  ]
  return {
    id: "council",
    text: council,
    actors: {
      mayor: { name: "Mayor Inês Távora", kind: "person", aliases: ["Távora", "The mayor"] },
      council: { name: "the Porto Calmo council", kind: "organisation", aliases: [] },
      okoye: { name: "Bram Okoye", kind: "person", aliases: ["Okoye"] },
      ruud: { name: "Lena Ruud", kind: "person", aliases: [] },
      both: { name: "Bram Okoye and his deputy Lena Ruud", kind: "group", aliases: [] },
      aide: { name: "An aide to Távora", kind: "unnamed", aliases: [] },
    },
    statements,
    contacts: [
      {
        evidence: at("The mayor has not met Okoye since March"),
        between: ["mayor", "okoye"],
        mode: "meet",
        status: "not-happened",
        when: "since March",
        where: "",
      },
      {
        evidence: at("the two spoke by phone in April"),
        between: ["mayor", "okoye"],
        mode: "call",
        status: "happened",
        when: "in April",
        where: "",
      },
      {
        evidence: at("told the Porto Calmo council on Tuesday"),
        between: ["mayor", "council"],
        mode: "talk",
        status: "happened",
        when: "",
        where: "",
      },
    ],
  }
}

function goldOfFerry(at: PlaceOf): GoldReport {
  const statements: GoldStatement[] = [
    {
      ...plain,
      id: "s1",
      kind: "indirect",
      content: [at("the harbour board had told him that repairs would cost $3 million")],
      cue: at("said"),
      source: at("Ferry owner Ådne Holm"),
      speaker: "holm",
    },
    {
      ...plain,
      id: "s2",
      kind: "indirect",
      content: [at("repairs would cost $3 million")],
      cue: at("told"),
      source: at("the harbour board"),
      speaker: "board",
      addressees: ["holm"],
      within: "s1",
      figures: ["$3 million"],
    },
    {
      ...plain,
      id: "s3",
      kind: "indirect",
      content: [at("12% of the hulls leak")],
      cue: at("says"),
      source: at("A report by U.N. inspectors"),
      speaker: "paper",
      figures: ["12%"],
    },
  ]
  return {
    id: "ferry",
    text: ferry,
    actors: {
      holm: { name: "Ådne Holm", kind: "person", aliases: ["Holm"] },
      tom: { name: "Tom Holm", kind: "person", aliases: [] },
      board: { name: "the harbour board", kind: "organisation", aliases: ["the board"] },
      paper: { name: "A report by U.N. inspectors", kind: "document", aliases: [] },
      ruiz: { name: "Governor Ruiz", kind: "person", aliases: [] },
    },
    statements,
    contacts: [
      {
        evidence: at("Holm and the board will meet on Friday"),
        between: ["holm", "board"],
        mode: "meet",
        status: "planned",
        when: "on Friday",
        where: "",
      },
      {
        evidence: at("Tom Holm, his brother, spoke to Governor Ruiz"),
        between: ["tom", "ruiz"],
        mode: "talk",
        status: "happened",
        when: "",
        where: "",
      },
    ],
  }
}
