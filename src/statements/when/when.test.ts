import { expect, test } from "vitest"
import { always, resolveSilence, resolveWhen } from "./when.js"

// 8 December 2021 is a Wednesday
const day = "2021-12-08"
const short = ({ from = "", to = "" }: { from?: string; to?: string }) => `${from}..${to}`

test.each([
  ["Wednesday", "2021-12-08..2021-12-08"],
  ["on Monday", "2021-12-06..2021-12-06"],
  ["Thursday", "2021-12-02..2021-12-02"],
  ["late on Monday night", "2021-12-06..2021-12-06"],
  ["Tuesday’s", "2021-12-07..2021-12-07"],
  ["last Friday", "2021-12-03..2021-12-03"],
  ["last Monday", "2021-11-29..2021-12-06"],
  ["next Tuesday", "2021-12-14..2021-12-14"],
  ["today", "2021-12-08..2021-12-08"],
  ["this morning", "2021-12-08..2021-12-08"],
  ["yesterday afternoon", "2021-12-07..2021-12-07"],
  ["last night", "2021-12-07..2021-12-07"],
  ["tomorrow", "2021-12-09..2021-12-09"],
  ["last week", "2021-11-28..2021-12-05"],
  ["earlier this week", "2021-12-05..2021-12-08"],
  ["over the weekend", "2021-12-04..2021-12-05"],
  ["last month", "2021-11-01..2021-11-30"],
  ["this month", "2021-12-01..2021-12-08"],
  ["later this month", "2021-12-08..2021-12-31"],
  ["next month", "2022-01-01..2022-01-31"],
  ["earlier this year", "2021-01-01..2021-12-08"],
  ["last year", "2020-01-01..2020-12-31"],
  ["over the summer", "2021-06-01..2021-09-22"],
  ["in the fall of 2014", "2014-09-01..2014-12-21"],
  ["in March", "2021-03-01..2021-03-31"],
  ["In March last year", "2020-03-01..2020-03-31"],
  ["in late March", "2021-03-19..2021-03-31"],
  ["in 2015", "2015-01-01..2015-12-31"],
  ["in early 2015", "2015-01-01..2015-05-27"],
  ["two years ago", "2019-06-08..2020-06-08"],
  ["a week ago", "2021-11-28..2021-12-05"],
  ["two days ago", "2021-12-06..2021-12-06"],
  ["a few days ago", "2021-12-02..2021-12-06"],
  ["less than two months ago", "2021-10-08..2021-12-08"],
  ["the past two weeks", "2021-11-24..2021-12-08"],
  ["over the last year", "2020-12-08..2021-12-08"],
  ["in the coming weeks", "2021-12-08..2022-02-09"],
  ["over the next two years", "2021-12-08..2023-12-08"],
  ["in the third quarter", "2021-07-01..2021-09-30"],
  ["the second quarter of 2015", "2015-04-01..2015-06-30"],
  ["the 1980s", "1980-01-01..1989-12-31"],
  ["the '90s", "1990-01-01..1999-12-31"],
  ["the 19th century", "1801-01-01..1900-12-31"],
  ["from May to July", "2021-05-01..2021-07-31"],
  ["from November to February", "2020-11-01..2021-02-28"],
  ["from May to July 2015", "2015-05-01..2015-07-31"],
  ["between 3 and 5 June", "2021-06-03..2021-06-05"],
  ["from June 3 to June 22", "2021-06-03..2021-06-22"],
  ["on March 21 and 22", "2021-03-21..2021-03-22"],
  ["Feb. 18-19", "2021-02-18..2021-02-19"],
  ["in 2003 and [2016]", "2003-01-01..2016-12-31"],
  ["from Tuesday until Thursday", "2021-12-07..2021-12-09"],
  ["Dec. 17, 2014", "2014-12-17..2014-12-17"],
  ["the 3rd of May", "2021-05-03..2021-05-03"],
  ["Friday, December 3", "2021-12-03..2021-12-03"],
  ["2014-12-17", "2014-12-17..2014-12-17"],
  ["12/17/2014", "2014-12-17..2014-12-17"],
  ["at 9 p.m. on Tuesday", "2021-12-07..2021-12-07"],
  ["shortly before midnight Tuesday", "2021-12-07..2021-12-07"],
  ["after the vote on Friday", "2021-12-03..2021-12-08"],
  ["before Tuesday’s vote", "..2021-12-07"],
  ["since 2014", "2014-01-01..2021-12-08"],
  ["by the end of next week", "2021-12-08..2021-12-19"],
  ["when she was freed in 2014", "2014-01-01..2014-12-31"],
  ["on January 5", "2022-01-05..2022-01-05"],
])("%s", (words, wanted) => {
  expect(short(resolveWhen(words, day))).toBe(wanted)
})

test.each([
  "",
  "February 30",
  "31 June",
  "on 29 February 2021",
  "later",
  "the next day",
  "hours earlier",
  "previously",
  "when she may go",
  "after the march",
  "before the fall of the city",
  "never",
  "on the eve of Super Tuesday",
  "after Reed eventually meets her",
  "the single year in which both were mayors",
  "???",
])("nothing for: %s", (words) => {
  expect(resolveWhen(words, day)).toEqual({})
})

test("without the day of the report only full dates mean any", () => {
  expect(short(resolveWhen("in March 2015", undefined))).toBe("2015-03-01..2015-03-31")
  expect(short(resolveWhen("in 2015", undefined))).toBe("2015-01-01..2015-12-31")
  for (const words of ["Wednesday", "in March", "last week", "over the summer", "today", "two years ago", "March 8"]) {
    expect(resolveWhen(words, undefined)).toEqual({})
  }
  expect(resolveWhen("Wednesday", "some day")).toEqual({})
})

test("the day is the one written in the report's own zone", () => {
  expect(short(resolveWhen("today", "2021-12-08T23:30:00-05:00"))).toBe("2021-12-08..2021-12-08")
})

test.each([
  ["on Friday", "2021-12-10..2021-12-10"],
  ["in March", "2022-03-01..2022-03-31"],
  ["this week", "2021-12-08..2021-12-12"],
  ["this weekend", "2021-12-11..2021-12-12"],
  ["in two weeks", "2021-12-19..2021-12-26"],
  ["before March 3", "..2022-03-03"],
])("planned: %s", (words, wanted) => {
  expect(short(resolveWhen(words, day, { outlook: "future" }))).toBe(wanted)
})

test.each([
  ["later", "2021-12-07..2021-12-08"],
  ["later that day", "2021-12-07..2021-12-07"],
  ["the next day", "2021-12-08..2021-12-08"],
  ["the previous day", "2021-12-06..2021-12-06"],
  ["two days later", "2021-12-09..2021-12-09"],
  ["earlier", "..2021-12-07"],
  ["at 9 p.m.", "2021-12-07..2021-12-07"],
])("told after Tuesday: %s", (words, wanted) => {
  const anchor = { from: "2021-12-07", to: "2021-12-07" }
  expect(short(resolveWhen(words, day, { anchor }))).toBe(wanted)
})

test.each([
  ["since they met over the summer", "2021-06-01..2021-12-08", "2021-09-22..2021-12-08"],
  ["since May", "2021-05-01..2021-12-08", "2021-05-31..2021-12-08"],
  ["after the talks in May 2016", "2016-05-01..2021-12-08", "2016-05-31..2021-12-08"],
  ["for two years", "2019-06-08..2021-12-08", "2020-06-08..2021-12-08"],
  ["in two years", "2019-06-08..2021-12-08", "2020-06-08..2021-12-08"],
  ["in the past two weeks", "2021-11-21..2021-12-08", "2021-11-28..2021-12-08"],
  ["for more than two years", "..2021-12-08", "2019-12-08..2021-12-08"],
  ["for months", "..2021-12-08", "2021-10-08..2021-12-08"],
  ["never", "..2021-12-08", `${always}..2021-12-08`],
  ["in March", "2021-03-01..2021-03-31", "2021-03-01..2021-03-31"],
  ["this week", "2021-12-05..2021-12-08", ".."],
  ["yet", "..2021-12-08", ".."],
  ["since their meeting", "..2021-12-08", ".."],
  ["until Friday", "..2021-12-03", ".."],
])("silence: %s", (words, wanted, surely) => {
  const dates = resolveSilence(words, day)
  expect([short(dates), short(dates.surely ?? {})]).toEqual([wanted, surely])
})

test("a silence begins with what the caller knows", () => {
  const beginning = { from: "2021-06-01", to: "2021-09-22" }
  const wanted = { from: "2021-06-01", to: day, surely: { from: "2021-09-22", to: day } }
  expect(resolveSilence("since their meeting", day, beginning)).toEqual(wanted)
  expect(resolveSilence("", day, beginning)).toEqual(wanted)
  expect(resolveSilence("since their meeting in May", day, beginning)).toMatchObject({ from: "2021-05-01" })
  expect(resolveSilence("since their meeting", undefined, beginning)).toEqual({ from: "2021-06-01" })
  expect(resolveSilence("never", undefined)).toEqual({})
})

test("odd words neither throw nor take long", () => {
  for (const odd of ["the ", "9 ", "from ", "May ", "since ", "(", "a.m. ", "late ", "\u{1F642}", "in two "]) {
    const begin = performance.now()
    resolveWhen(odd.repeat(20000), day)
    resolveSilence(odd.repeat(20000), day)
    expect(performance.now() - begin).toBeLessThan(2000)
  }
})
