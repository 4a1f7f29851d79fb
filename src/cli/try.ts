import { extract } from "../extract.js"
import { buildReport } from "../input/report.js"
import { printMarked } from "../marked/print.js"
import { sliceOf } from "../text/span.js"

// npm run try -- "“No,” said Maria Lopez."
// Prints the text with what is found marked in it, and why.

const text = process.argv.slice(2).join(" ")
if (!text) {
  console.error('Give a text: npm run try -- "“No,” said Maria Lopez."')
  process.exit(2)
}
const record = await extract(buildReport({ text, language: "en" }), { why: true })
console.log(printMarked(record, { header: true }))
for (const { id, content, confidence, why = [] } of record.statements) {
  const sure = `${Math.round(confidence.statement * 100)} % said, ${Math.round(confidence.speaker * 100)} % by whom`
  console.log(`\n${id} ${content.map((part) => sliceOf(record.report.text, part)).join(" … ")} (${sure})`)
  for (const reason of why) console.log(`   ${reason}`)
}
for (const { code, span } of record.notes) console.log(`\nnote ${code}: ${sliceOf(record.report.text, span)}`)
