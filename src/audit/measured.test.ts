import { expect, test } from "vitest"
import { errorOf, type Measured, outletOfHost, readMeasured } from "./measured.js"

const measured: Measured = {
  model: "a model",
  reports: 50,
  measured: {
    "statements found": { precision: 0.8, recall: 0.8 },
    "statement + speaker": { precision: 0.7, recall: 0.7 },
    "second-hand": { precision: 0.6, recall: 0.5 },
    "found as direct": { precision: 0.94, recall: 0.9 },
  },
  outlets: {
    "Dorn Courier": {
      reports: 12,
      measured: {
        "statement + speaker": { precision: 0.75, recall: 0.65 },
        "found as direct": { precision: 0.96, recall: 0.95 },
      },
    },
  },
}

test("measured on the outlet's own reports where there were enough, else over all outlets", () => {
  expect(errorOf(measured, "voice", "Mara Lind", "Dorn Courier")).toEqual({ precision: 0.75, recall: 0.65, own: 12 })
  expect(errorOf(measured, "kind", "direct", "Dorn Courier")).toEqual({ precision: 0.96, recall: 0.95, own: 12 })
  expect(errorOf(measured, "remove", "first-hand", "Dorn Courier")).toEqual({ precision: 0.8, recall: 0.8 })
  expect(errorOf(measured, "source", "unnamed", "Talvera Post")).toEqual({ precision: 0.7, recall: 0.7 })
  expect(errorOf(measured, "voice", "Mara Lind", "constructor")).toEqual({ precision: 0.7, recall: 0.7 })
  expect(errorOf(measured, "voice", "Mara Lind")).toEqual({ precision: 0.7, recall: 0.7 })
  expect(errorOf(measured, "kind", "direct")).toEqual({ precision: 0.94, recall: 0.9 })
})

test("an outlet that goes by its host is known too", () => {
  expect(
    ["en.wikinews.org", "www.reuters.com", "trumpwhitehouse.archives.gov", "www.dailymail.co.uk"].map(outletOfHost),
  ).toEqual(["Wikinews", "Reuters", "The White House", "Daily Mail"])
  expect(outletOfHost("notreuters.com")).toBeUndefined()
})

test("what was measured ships with the model, single outlets included", async () => {
  const { outlets, reports } = await readMeasured()
  expect(reports).toBeGreaterThan(20)
  expect(outlets.Reuters!.reports).toBeGreaterThan(5)
  expect(Object.keys(outlets.Reuters!.measured)).toEqual(
    expect.arrayContaining(["statements found", "found as indirect"]),
  )
})
