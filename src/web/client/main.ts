import { startCopying } from "./copy.js"
import { startMargin } from "./margin.js"
import { startReader } from "./reader.js"

const reader = document.querySelector<HTMLElement>(".reader")
if (reader) {
  startReader(reader)
  startMargin(reader)
  startCopying(reader)
}
