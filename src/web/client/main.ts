import { startDropping, startFollowing } from "./adding.js"
import { startChecking } from "./checking.js"
import { startCopying } from "./copy.js"
import { startFields } from "./fields.js"
import { startMargin } from "./margin.js"
import { startNames } from "./names.js"
import { startReader } from "./reader.js"

const reader = document.querySelector<HTMLElement>(".reader")
if (reader) {
  startChecking(reader, startReader(reader))
  startMargin(reader)
  startCopying(reader)
}

const entry = document.querySelector<HTMLElement>(".entry-page")
if (entry) startFields(entry)
const job = document.querySelector<HTMLElement>("#job")
if (job) startFollowing(job)

const drop = document.querySelector<HTMLFormElement>("form.drop")
if (drop) startDropping(drop)
for (const input of document.querySelectorAll<HTMLInputElement>("input[data-names]")) startNames(input)
