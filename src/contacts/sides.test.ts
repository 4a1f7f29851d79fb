import { expect, test } from "vitest"
import { isNoSide } from "./sides.js"

/** Whether the one between bars takes no part; whoever stands in angles may. */
function check(marked: string): boolean {
  const text = marked.replace(/[|<>]/g, "")
  const place = (sign: string, from = 0) => marked.slice(0, marked.indexOf(sign, from)).replace(/[|<>]/g, "").length
  const own = { start: place("|"), end: place("|", marked.indexOf("|") + 1) }
  return isNoSide(text, own, new Set(marked.includes("<") ? [place("<")] : []))
}

test.each([
  ["a letter to parents seen by the |Dorn Courier|", true],
  ["Lopez met former |rivals| <Reed> and Kane", true],
  ["Lopez met |former rivals| <Reed> and Kane", true],
  ["Lopez was seen with |Reed|", false],
  ["Lopez met |Reeds| <Kane>", false],
  ["Lopez met |rivals| and <Reed>", false],
  ["Lopez met the |minister| <Reed>", false],
])("%s: %s", (marked, wanted) => expect(check(marked)).toBe(wanted))
