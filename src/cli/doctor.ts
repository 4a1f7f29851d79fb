import { examine, type Health } from "../archive/index.js"
import { amount } from "../words.js"
import { write } from "./output.js"
import { harmless } from "./terminal.js"

/** Says how an archive is; the exit code is 1 when something is wrong with it. */
export async function doctorCommand(path: string, { json = false } = {}): Promise<0 | 1> {
  const health = await examine(path)
  await write(json ? `${JSON.stringify(health)}\n` : `${linesOf(path, health).map(harmless).join("\n")}\n`)
  return health.problems.length === 0 ? 0 : 1
}

function linesOf(path: string, { problems, facts }: Health): string[] {
  if (!facts) return [`${path}: is damaged; a backup restores it`, ...problems]
  return [
    problems.length === 0 ? `${path}: nothing is wrong` : `${path}: not all is well`,
    ...problems,
    `schema ${facts.schema}, ${amount(facts.reports, "report")}, ${size(facts.bytes)}`,
    ...facts.readers.map(({ version, model, reports }) => `${reports} read by onrecord ${version}, ${model}`),
    ...(facts.orphaned > 0
      ? [
          `${amount(facts.orphaned, "correction fits", "corrections fit")} nowhere in the newest reading; see onrecord log`,
        ]
      : []),
    ...facts.sizes.slice(0, 8).map(({ table, bytes }) => `  ${table} ${size(bytes)}`),
    facts.perThousandReports === undefined
      ? "too few reports to tell how much a thousand more will take"
      : `each thousand reports more will take about ${size(facts.perThousandReports)}`,
  ]
}

const size = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
