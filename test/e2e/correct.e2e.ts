import type { Page } from "playwright-core"
import { afterAll, expect, test } from "vitest"
import { address, type Opened, type Opening, open, pathOf, problemsOf } from "./browser.js"

const report = pathOf("interview")
const entry = (id: string) => `${report}/entries/${id}`

/** Opens a page as somebody who said their name. */
async function openAs(name: string, path: string, how: Opening = {}) {
  const opened = await open(`/enter?next=${encodeURIComponent(path.split("#")[0]!)}`, how)
  const { page } = opened
  await page.fill("[name=name]", name)
  await page.press("[name=name]", "Enter")
  await page.waitForURL(`${address}${path.split("#")[0]}`)
  if (path.includes("#")) await page.goto(address + path)
  return opened
}

/** Selects the first place of some words in a text, as a person does with the mouse. */
const select = (page: Page, within: string, words: string) =>
  page.evaluate(`{
    const words = ${JSON.stringify(words)}
    const walker = document.createTreeWalker(document.querySelector(${JSON.stringify(within)}), NodeFilter.SHOW_TEXT)
    let node = walker.nextNode()
    while (!node.textContent.includes(words)) node = walker.nextNode()
    const start = node.textContent.indexOf(words)
    getSelection().setBaseAndExtent(node, start, node, start + words.length)
  }`)

test("a wrong speaker is corrected, and is still so when the page is loaded again", async () => {
  const { page, errors, close } = await openAs("Ada Lund", `${report}#s3`)
  await page.keyboard.press("e")
  await page.waitForURL(`${address}${entry("s3")}#correct`)
  const speakers = page.locator("fieldset", { hasText: "Who said it" })
  await speakers.getByLabel("Inés Aldarondo").uncheck()
  await speakers.getByLabel("Joaquín Peñalver").check()
  await page.fill("#why-correct", "it was the interviewer")
  await page.click("text=Keep the correction")
  await page.waitForURL(`${address}${report}#s3`)
  for (const _ of ["as it is shown at first", "and again"]) {
    expect(await page.textContent("[data-card=s3] summary")).toMatch(/Joaquín Peñalver.*corrected/s)
    expect(await page.isVisible("[data-card=s3] >> text=Corrected by Ada Lund")).toBe(true)
    await page.reload()
  }
  await page.goto(address + entry("s3"))
  expect(await page.textContent(".history")).toMatch(/Ada Lund corrected it.*it was the interviewer/s)
  await page.click("summary:text-is('Undo this')")
  await page.fill(".history [name=reason]", "no, it was the president")
  await page.click(".history button")
  await page.waitForURL(`${address}${entry("s3")}`)
  expect(await page.textContent(".entry")).toContain("Inés Aldarondo")
  expect(errors).toEqual([])
  await close()
})

test("the words of a statement are put right by selecting them in the report", async () => {
  const { page, errors, close } = await openAs("Ada Lund", `${report}#s4`)
  const words = "14,000 families had left the delta"
  await select(page, ".text", words)
  await page.click("text=the words of 4")
  await page.waitForURL(`**${entry("s4")}?content-at=*`)
  expect(await page.inputValue("#content")).toBe(words)
  // The word of saying is taken from the text of this page.
  await select(page, ".shown", "She")
  await page.click("[data-field=source]")
  expect(await page.inputValue("#source")).toBe("She")
  await page.fill("#why-correct", "only this is hers")
  await page.click("text=Keep the correction")
  await page.waitForURL(`${address}${report}#s4`)
  expect(await page.textContent("#s4 >> xpath=..")).toBe(`4${words}`)
  expect(errors).toEqual([])
  await close()
})

test("what was missed is added by selecting it, over the border of a paragraph too", async () => {
  const { page, close } = await openAs("Ada Lund", report)
  await page.evaluate(`{
    const [first, second] = document.querySelectorAll(".block > p")
    getSelection().setBaseAndExtent(first, first.childNodes.length, second, 0)
    getSelection().modify("extend", "forward", "word")
  }`)
  expect(await page.textContent(".picked-words")).toBe("“Aldarondo”")
  await select(page, ".text", "The river rises in Vallonda")
  await page.click("text=a statement that was missed")
  expect(await page.inputValue("#content")).toBe("The river rises in Vallonda")
  await page.locator("fieldset", { hasText: "Who said it" }).getByLabel("Inés Aldarondo").check()
  await page.fill("#why-add", "she said so on the air")
  await page.click("button:text-is('Add the statement')")
  await page.waitForURL(`${address}${report}#p1`)
  expect(await page.textContent("[data-card=p1] summary")).toMatch(/Inés Aldarondo.*added by a person/s)
  await close()
})

test("entries are accepted in bulk with the keyboard alone", async () => {
  const { page, errors, close } = await openAs("Bo Karr", `${pathOf("dockers")}#s1`)
  for (const key of ["a", "a", "j", "a"]) await page.keyboard.press(key)
  expect(await page.textContent("form.checking output")).toMatch(/^ 3 of \d+$/)
  expect(await problemsOf(page)).toEqual([])
  await page.keyboard.press("Shift+A")
  await page.waitForURL(`${address}${pathOf("dockers")}#s4`)
  for (const id of ["s1", "s2", "s4"]) {
    expect(await page.textContent(`[data-card=${id}] summary`)).toContain("found right")
    expect(await page.isVisible(`[data-card=${id}] > input`)).toBe(false)
  }
  expect(await page.textContent("[data-card=s3]")).not.toContain("found right")
  await page.keyboard.press("Shift+A")
  expect(await page.textContent("form.checking output")).toBe(": nothing is ticked")
  expect(errors).toEqual([])
  await close()
})

test("without a script words are typed, and entries are ticked", async () => {
  const { page, close } = await openAs("Cy Dahl", pathOf("glacier"), { javaScriptEnabled: false })
  const [tick] = await page.$$(".card > input[name=entry]")
  await tick!.check()
  await page.click("form.checking button")
  expect(await page.locator("text=found right by Cy Dahl").count()).toBe(1)
  await page.goto(`${address}${pathOf("glacier")}/entries/s2#correct`)
  const before = await page.inputValue("#content")
  await page.fill("#content", before.split(" ").slice(0, 3).join(" "))
  await page.fill("#why-correct", "shorter")
  await page.click("text=Keep the correction")
  expect(await page.textContent("[data-card=s2]")).toContain("corrected")
  await close()
})

test("who is quoted has their words beside it, also where the quotation is copied", async () => {
  const { page, close } = await openAs("Ada Lund", `${entry("s8")}#dispute`, { clipboard: true })
  await page.fill("#objection", "I spoke of lakes.")
  await page.fill("#why-dispute", "her letter")
  await page.click("text=Set their words beside it")
  await page.waitForURL(`${address}${report}#s8`)
  await page.click("[data-card=s8] .copy")
  await page.waitForSelector("[data-card=s8] .copy:text-is('Copied')")
  expect(await page.evaluate("navigator.clipboard.readText()")).toMatch(
    /: a river keeps no .*\nDisputed on .*“?I spoke of lakes\./,
  )
  await close()
})

test("what somebody else changed meanwhile is shown, and nothing is overwritten", async () => {
  const [ada, bo] = [await openAs("Ada Lund", entry("s6")), await openAs("Bo Karr", `${entry("s6")}#withdraw`)]
  await bo.page.fill("#why-withdraw", "it is a question of the reporter's")
  await ada.page.goto(`${address}${entry("s6")}#correct`)
  await ada.page.selectOption("[name=act]", "demand")
  await ada.page.fill("#why-correct", "she insisted")
  await ada.page.click("text=Keep the correction")
  await ada.page.waitForURL(`${address}${report}#s6`)
  await bo.page.click("button:text-is('Withdraw it')")
  expect(await bo.page.textContent("[role=alert]")).toContain("somebody changed this entry")
  expect(await bo.page.textContent(".entry-page")).toContain("demanded")
  await ada.close()
  await bo.close()
})

test("two who are one are joined", async () => {
  const { page, close } = await openAs("Ada Lund", "/people/1/identity")
  const name = await page.textContent(".page > .facts a")
  await page.click("summary:text-is('Somebody else here is the same')")
  await page.fill("#other", name === "Petru Halmos" ? "Olivia Tran-Reyes" : "Petru Halmos")
  await page.fill("#why-merge", "the agency wrote the name wrongly")
  await page.click("button:text-is('Join them')")
  await page.waitForSelector(".history >> text=joined them with")
  await page.click("summary:text-is('Undo this')")
  await page.fill(".history [name=reason]", "they are two after all")
  await page.click(".history button")
  await page.waitForSelector(".history >> text=undid")
  await close()
})

// One visit for all of them: whoever enters too often in a minute has to wait.
let visit: Opened | undefined
afterAll(() => visit?.close())

test.each([
  report,
  entry("s2"),
  `${entry("s2")}?content-at=10-40#correct`,
  entry("c1"),
  `${report}/add?kind=contact`,
  `${report}/add?kind=statement&content-at=10-40`,
  "/people/2/identity",
])("%s is right at every width for who may write", async (path) => {
  visit ??= await openAs("Ada Lund", "/")
  const { page, errors } = visit
  for (const [width, colorScheme] of [
    [360, "light"],
    [800, "dark"],
    [1400, "light"],
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    await page.goto(address + path)
    await page.evaluate(`for (const all of document.querySelectorAll("details.deeds")) all.open = true`)
    expect(await problemsOf(page)).toEqual([])
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width)
  }
  expect(errors).toEqual([])
})
