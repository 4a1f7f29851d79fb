import { readFileSync } from "node:fs"
import type { Page } from "playwright-core"
import { expect, test } from "vitest"
import { type Opened, open, problemsOf } from "./browser.js"

const tramline = readFileSync(new URL("../../examples/tramline.txt", import.meta.url), "utf8")
const looks = [
  { width: 360, colorScheme: "light" },
  { width: 800, colorScheme: "dark" },
  { width: 1400, colorScheme: "light" },
] as const

/** Whoever adds says once who they are. */
async function openAdding(opening: Parameters<typeof open>[1] = {}): Promise<Opened> {
  const opened = await open("/add", opening)
  await opened.page.fill("#who", "Ada Lund")
  await opened.page.click("text=Go on")
  // Its script listens for what is dropped only once the page has come whole.
  await opened.page.waitForURL("**/add", { waitUntil: "load" })
  return opened
}

const isOver = (page: Page) => page.waitForSelector("#job[data-over=true]", { timeout: 60_000 })

test("paste a report, open it, and find what was said in it", async () => {
  const { page, errors, close } = await openAdding()
  await page.fill("#text", `${tramline}\nPasted in the afternoon.`)
  await page.fill("#title", "A tram line in three letters")
  await page.fill("#outlet", "The Dorn Courier")
  await page.fill("#date", "2026-03-04")
  await page.fill("#url", "courier.example/tram")
  await page.click("text=Add the report")
  await isOver(page)
  expect(await page.textContent("[role=status]")).toMatch(/^A tram line in three letters: 1 report added/)
  expect(await page.textContent(".reports .facts")).toContain("The Dorn Courier · 4 March 2026 · ")
  await page.click(".reports a")
  await page.waitForURL("**/reports/*")
  expect(await page.textContent(".text")).toContain("Pasted in the afternoon.")
  expect(await page.$$eval("[data-card]", (cards) => cards.length)).toBeGreaterThan(3)
  expect(errors).toEqual([])
  await close()
})

test("without a script the page comes again by itself until all is read", async () => {
  const { page, close } = await openAdding({ javaScriptEnabled: false })
  await page.fill("#text", "“The ferry will not run,” said Bo Karr, the harbour master.")
  await page.click("text=Add the report")
  await isOver(page)
  expect(await page.textContent("[role=status]")).toContain("1 report added")
  await close()
})

test("files that are dropped are read, and what cannot be read is named", async () => {
  const { page, close } = await openAdding()
  await page.evaluate(`
    const given = new DataTransfer()
    given.items.add(new File(["“No,” said Ann Lee, a teacher."], "ann.txt"))
    given.items.add(new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0])], "picture.png"))
    document.querySelector(".drop").dispatchEvent(new DragEvent("drop", { dataTransfer: given, bubbles: true, cancelable: true }))`)
  expect(await page.evaluate(`document.querySelector("input[type=file]").files.length`)).toBe(2)
  await page.click("text=Add the files")
  await isOver(page)
  expect(await page.textContent("[role=status]")).toBe("2 files: 1 report added, 1 not read.")
  expect(await page.textContent(".failures")).toContain("picture.png: ")
  await close()
})

test("the pages of adding are right at every width, also when something is wrong", async () => {
  for (const look of looks) {
    const { page, errors, close } = await openAdding(look)
    const isRight = async (words: string) => {
      expect(await page.textContent("main")).toContain(words)
      expect(await problemsOf(page)).toEqual([])
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(look.width)
    }
    await isRight("Paste a report")
    await page.fill("#addresses", "no address")
    await page.click("text=Fetch and add")
    await isRight("no address is no address")
    expect(await page.inputValue("#addresses")).toBe("no address")
    await page.fill("#addresses", "http://127.0.0.1:1/")
    await page.click("text=Fetch and add")
    await isOver(page)
    await isRight("0 reports added, 1 not read.")
    await page.goto(page.url().replace(/\/add.*/, "/enter"))
    await isRight("You are Ada Lund.")
    expect(errors.filter((error) => !error.includes("422"))).toEqual([])
    await close()
  }
})
