import { readFile } from "node:fs/promises"
import { parse } from "csv-parse/sync"
import { parseAtomFeed } from "feedsmith"
import { expect, test } from "vitest"
import { address, open, pathOf, problemsOf } from "./browser.js"

test("check a quotation, and open it in its report", async () => {
  const { page, close } = await open("/")
  await page.click("nav >> text=Check")
  await page.fill("[name=quotation]", "Ask me again when the road is dry!")
  await page.click("button:text-is('Check')")
  expect(await page.textContent("main")).toContain("Reported with these words")
  expect(await page.textContent("main")).toContain(
    "Found in one place: The Oriel Gazette, 19 September 2024, Inés Aldarondo, first-hand, quoted.",
  )
  await page.click("blockquote a")
  await page.waitForURL(`**${pathOf("interview")}#s*`)
  expect(await page.textContent(".content.on")).toContain("Ask me again when the road is dry")
  await close()
})

test("a quotation that was altered shows what differs, one that nobody reported says what was looked through", async () => {
  const { page, close } = await open("/check")
  await page.fill("[name=quotation]", "Ask me again when the river is dry, will you")
  await page.click("button:text-is('Check')")
  expect(await page.$$eval("blockquote del, blockquote ins", (parts) => parts.map((part) => part.outerHTML))).toEqual(
    expect.arrayContaining(["<del>river</del>", "<ins>road</ins>"]),
  )
  await page.fill("[name=quotation]", "We shall never raise the tolls on honest bargemen")
  await page.click("button:text-is('Check')")
  expect(await page.textContent("main")).toMatch(/Neither these words nor any .* in 11 reports from .* to .* 2/)
  await close()
})

test("follow a person by feed", async () => {
  const { page, close } = await open("/people")
  await page.click("text=Inés Aldarondo")
  await page.click("text=Follow what Inés Aldarondo says")
  await page.fill("[name=name]", "Ada Lund")
  await page.click("text=Go on")
  expect(await page.textContent("main")).toContain("What Inés Aldarondo says")
  await page.fill("main [name=name]", "aldarondo")
  expect(await problemsOf(page)).toEqual([])
  await page.click("main button:text-is('Follow')")
  await page.waitForURL("**/following#aldarondo")
  expect(await problemsOf(page)).toEqual([])
  await page.click("text=What Inés Aldarondo says")
  const found = await page.getAttribute('link[type="application/atom+xml"]', "href")
  const response = await fetch(address + found)
  expect(response.headers.get("content-type")).toContain("application/atom+xml")
  const feed = parseAtomFeed(await response.text())
  const item = feed.entries?.find(({ title }) => title?.value?.includes("Ask me again when the road is dry"))
  expect(item?.title?.value).toMatch(/^The Oriel Gazette, 19 September 2024: Inés Aldarondo, first-hand: /)
  const related = item?.links?.find(({ rel }) => rel === "related")?.href
  await page.goto(related!)
  expect(await page.textContent(".content.on")).toContain("Ask me again when the road is dry")
  await close()
})

test("names are offered while somebody types, and a field works without", async () => {
  const { page, errors, close } = await open("/between")
  await page.type("[name=who]", "aldar")
  await page.waitForSelector("[name=who] + datalist option", { state: "attached" })
  const offered = await page.$$eval("[name=who] + datalist option", (all) =>
    all.map((one) => one.getAttribute("value")),
  )
  expect(offered).toEqual(["Inés Aldarondo"])
  await page.fill("[name=who]", offered[0]!)
  await page.fill("[name=other]", "Dragan")
  await page.press("[name=other]", "Enter")
  expect(await page.textContent("h1")).toBe("Inés Aldarondo and Mihail Dragan")
  expect(errors).toEqual([])
  await close()
})

test("find when two last spoke; what others report within a claimed silence stands in it", async () => {
  const { page, close } = await open("/")
  await page.click("nav >> text=Contacts")
  await page.fill("[name=who]", "Aldarondo")
  await page.fill("[name=other]", "Vallonda")
  await page.click("text=Show their contacts")
  expect(await page.textContent(".lede")).toContain("Last reported contact: phone call took place, 25 September 2024")
  const silence = page.locator("svg.wide .silence")
  expect(await silence.getAttribute("aria-label")).toContain("phone call did not take place")
  const surely = (await silence.locator("rect").nth(1).boundingBox())!
  const inside = (await page.locator("svg.wide .dot.told.against circle").first().boundingBox())!
  expect(inside.x).toBeGreaterThan(surely.x)
  expect(inside.x + inside.width).toBeLessThan(surely.x + surely.width)
  await page.click("svg.wide .dot.told.against")
  const listed = page.locator(".contact-list > li:target")
  expect(await listed.textContent()).toContain("Ilinca Moraru and Inés Aldarondo: phone call took place")
  expect(await listed.textContent()).toContain("Reported to have happened within the silence of 2")
  expect(await page.textContent("#contact-2")).toContain("Within this silence others report 5")
  await close()
})

test("export the result as a table", async () => {
  const { page, close } = await open("/search?words=river&outlet=The+Oriel+Gazette")
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("text=All of it as a table")])
  expect(download.suggestedFilename()).toBe("search.csv")
  const rows: { [column: string]: string }[] = parse(await readFile(await download.path()), {
    columns: true,
    bom: true,
  })
  expect(rows).toHaveLength(await page.locator(".said > li").count())
  expect(rows.find(({ content }) => content?.startsWith("a river keeps no minutes"))).toMatchObject({
    outlet: "The Oriel Gazette",
    date: "2024-09-19",
    speakers: "Inés Aldarondo",
    addressees: "Mihail Dragan",
    remove: "1",
    link: expect.stringContaining("https://news.example/interview#:~:text="),
  })
  await close()
})
