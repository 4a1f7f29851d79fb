import { expect, test } from "vitest"
import { told } from "../../test/told.js"
import {
  type Archive,
  addRecord,
  type ContactAnswer,
  contacts,
  disputeEntry,
  findTarget,
  hide,
  openArchive,
} from "../archive/index.js"
import { contactTable } from "../asking/tables.js"
import { contactAnswer, lastContact } from "./pretty-answers.js"
import { look } from "./terminal.js"

const meeting = "{k2=happened meet:{p2=Tora Lind:she} met {p2:Ivo Kral}}"
const denial = `{s1:Tora Lind} {c1=deny:denied} that {q1:${meeting} {t2=2024-06-02:on 2 June 2024}}.`
const claim = `Tora Lind. {s1:Piet Vorn} {c1:said} {q1:${meeting} {t2=2024-06-01..2024-06-30:in June 2024}}.`

const signed = { by: "Ada Lund", reason: "a letter" }

/** The reports of one day after the other, by outlets A, B, … */
async function archiveOf(...marked: readonly string[]): Promise<Archive> {
  const archive = await openArchive(":memory:")
  for (const [n, words] of marked.entries()) {
    const publisher = String.fromCharCode(65 + n)
    const published = `2024-07-0${n + 1}`
    await addRecord(archive, told(words, { url: `https://${publisher}.example/`, publisher, published }))
  }
  return archive
}

async function linesOf(archive: Archive): Promise<string[]> {
  const { rows } = await contacts(archive, { who: "Tora Lind", other: "Ivo Kral" })
  const print = (contact: ContactAnswer) => contactAnswer(contact, look(100, false), new Map())
  return [...rows.flatMap(print), ...lastContact(rows, "2 reports", look(100, false))]
    .filter((line) => !line.includes("https:"))
    .map((line) => line.replace(/[0-9a-f]{8}#c1/, "#").replace(/ · \d+ % sure$/, ""))
}

test("a denial of what others claim stands beside it as one, and is cited for nothing", async () => {
  const archive = await archiveOf(denial, claim)
  expect(await linesOf(archive)).toEqual([
    "2024-06-01 to 2024-06-30  ● Tora Lind and Ivo Kral: meeting took place",
    "    #  A 2024-07-01",
    "    denied by Tora Lind, first-hand · on 2 June 2024 (2024-06-02)",
    "    ┊ she met Ivo Kral",
    "    #  B 2024-07-02",
    "    according to Piet Vorn, first-hand · in June 2024 (2024-06-01 to 2024-06-30)",
    "    │ she met Ivo Kral",
    "Last reported contact: 2024-06-01 to 2024-06-30, meeting took place (#, B 2024-07-02).",
    "Looked through 2 reports.",
  ])
  await archive.close()
})

test("a contact that is only denied is none that took place", async () => {
  const archive = await archiveOf(denial)
  expect(await linesOf(archive)).toEqual([
    "2024-06-02  ○ Tora Lind and Ivo Kral: meeting denied",
    "    #  A 2024-07-01",
    "    denied by Tora Lind, first-hand · on 2 June 2024 (2024-06-02)",
    "    ┊ she met Ivo Kral",
    "No contact is plainly reported. Looked through 2 reports.",
  ])
  await archive.close()
})

test("a table says how each tells of it, and what is said against that", async () => {
  const archive = await archiveOf(denial, claim)
  const question = { who: "Tora Lind", other: "Ivo Kral" }
  const [met] = (await contacts(archive, question)).rows
  await disputeEntry(archive, met!.id, "I was in Dorn.", signed)
  const [disputed] = (await contacts(archive, question)).rows
  expect(contactTable.rowsOf(disputed!)).toMatchObject([
    {
      id: met!.tellings.find(({ plainly }) => plainly)!.id,
      by: "Tora Lind | Piet Vorn",
      told_act: "deny | say",
      told_polarity: "asserted | asserted",
      disputed: "0 | 1",
      dispute: " | I was in Dorn.",
    },
  ])
  await archive.close()
})

test("who denied it may be taken down; the denial stays one", async () => {
  const words = "{c1=deny:denied} that {q1:{p2=Tora Lind:she} met {p2:Ivo Kral}}"
  const archive = await archiveOf(`Tora Lind. {s1:Piet Vorn} {k2=happened meet; within 1:${words}}.`)
  await hide(archive, await findTarget(archive, "Piet Vorn"), signed)
  const lines = await linesOf(archive)
  expect(lines[0]).toMatch(/: meeting denied$/)
  expect(lines[2]).toMatch(/^ {4}denied by somebody, /)
  await archive.close()
})
