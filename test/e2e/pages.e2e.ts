import { expect, test } from "vitest"
import { address, type Opened, open, pathOf, problemsOf } from "./browser.js"

const looks = [
  { width: 360, colorScheme: "light" },
  { width: 900, colorScheme: "dark" },
  { width: 1440, colorScheme: "light" },
] as const

/** Every page there is, and the text that shows that it is the right one. */
const pages: readonly (readonly [path: string, words: string])[] = [
  ["/", "Who said what to whom"],
  [pathOf("interview"), "a year of silence from upriver"],
  [pathOf("briefing"), "Press Briefing"],
  ["/people", "Who is quoted"],
  ["/people/1", "is reported to have said"],
  ["/between", "When two last spoke"],
  ["/between?who=Aldarondo&other=Vallonda", "phone call did not take place"],
  ["/search", "Search"],
  ["/search?words=river", "Statements"],
  ["/check?quotation=a+river+keeps+no+minutes", "Reported with these words"],
  [
    "/check?quotation=a+river+keeps+no+minutes+and+that+he+would+be+judged+by+what+reached+the+lake",
    "Reported with other words",
  ],
  ["/audit", "First-hand or passed on"],
  ["/audit?by=month", "Share of voice"],
  ["/following", "Nothing is followed yet"],
  ["/add", "Who is writing?"],
  ["/nowhere", "This archive has no such page"],
]

test.each(pages)("%s is right at every width", async (path, words) => {
  for (const look of looks) {
    const { page, errors, close } = await open(path, look)
    expect(await page.textContent("main")).toContain(words)
    expect(await problemsOf(page)).toEqual([])
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(look.width)
    expect(errors.filter((error) => !error.includes("404"))).toEqual([])
    await close()
  }
})

const lit = ({ page }: Opened) => page.$$eval(".text .on", (parts) => parts.map((part) => part.textContent))

test("a link to an entry opens the report at it, its words lit and its card open", async () => {
  const opened = await open(`${pathOf("interview")}#s10`)
  const { page, close } = opened
  expect(await lit(opened)).toEqual(expect.arrayContaining(["Dragan", "promised", "10a written reply within a month"]))
  expect(await page.isVisible("[data-card=s10] details > div")).toBe(true)
  expect(await page.textContent("[data-card=s10] details > div")).toContain(
    "The Oriel Gazette reported on 19 September 2024 that Olivia Tran-Reyes said that Mihail Dragan promised",
  )
  expect(await problemsOf(page)).toEqual([])
  await close()
})

test("pointing at words lights what belongs to them, a contact its evidence", async () => {
  const opened = await open(pathOf("interview"))
  const { page, close } = opened
  await page.hover("[data-card=s2]")
  expect(await lit(opened)).toContain("called")
  await page.hover("[data-card=c2]")
  expect(await lit(opened)).toEqual(
    expect.arrayContaining([expect.stringContaining("nobody in the Vallonda government")]),
  )
  await page.focus("[data-entry=c3] blockquote a")
  expect(await lit(opened)).toEqual(expect.arrayContaining([expect.stringContaining("its foreign minister")]))
  await close()
})

test("the keyboard goes through the statements, and can be told not to", async () => {
  const { page, close } = await open(pathOf("interview"))
  await page.keyboard.press("j")
  await page.keyboard.press("j")
  await page.keyboard.press("ArrowRight")
  await page.keyboard.press("k")
  expect(new URL(page.url()).hash).toBe("#s2")
  expect(await page.getAttribute(":focus", "aria-label")).toBe("Statement 2, Inés Aldarondo")
  await page.uncheck(".keys input")
  await page.keyboard.press("j")
  expect(new URL(page.url()).hash).toBe("#s2")
  await page.reload()
  expect(await page.isChecked(".keys input")).toBe(false)
  await close()
})

test("a quotation is copied with outlet, date, chain and link", async () => {
  const { page, close } = await open(`${pathOf("interview")}#s2`, { clipboard: true })
  await page.click("[data-card=s2] .copy")
  await page.waitForSelector("[data-card=s2] .copy:text-is('Copied')")
  expect(await page.evaluate("navigator.clipboard.readText()")).toBe(
    [
      'The Oriel Gazette reported on 19 September 2024 that Inés Aldarondo said: the quarrel over the Sábalo River "a marriage with one telephone, and it is off the hook."',
      "“Calvera's president on a year of silence from upriver”",
      "https://news.example/interview",
      `${address}${pathOf("interview")}#s2`,
    ].join("\n"),
  )
  await close()
})

test("without a script everything can be read and followed", async () => {
  const { page, close } = await open(pathOf("interview"), { javaScriptEnabled: false })
  await page.click(".text a.number#s5")
  expect(new URL(page.url()).hash).toBe("#s5")
  await page.click("[data-card=s5] summary")
  expect(await page.isVisible("[data-card=s5] details > div")).toBe(true)
  expect(await page.isVisible(".copy")).toBe(false)
  await close()
})

test("on a phone a card comes up when its number is pressed, with and without a script", async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page, close } = await open(pathOf("interview"), { width: 360, javaScriptEnabled })
    expect(await page.isVisible("[data-card=s5]")).toBe(false)
    await page.click(".text a.number#s5")
    expect(await page.isVisible("[data-card=s5]")).toBe(true)
    await page.click(".cards:visible .close a")
    expect(await page.isVisible("[data-card=s5]")).toBe(false)
    await close()
  }
})

test("find what somebody said and open it in its report", async () => {
  const { page, close } = await open("/")
  await page.fill("[name=words]", '"river keeps no minutes"')
  await page.press("[name=words]", "Enter")
  await page.click("text=a river keeps no minutes")
  await page.waitForURL(`**${pathOf("interview")}#s8`)
  expect(await page.isVisible("[data-card=s8] details > div")).toBe(true)
  await close()
})
