import { fixed } from "../src/score/tally.js"
import { readTexts } from "./reader.js"

/** `200 reports, 121404 words, 20.1 s: 10.0 reports/s, 6040 words/s, start-up included; peak memory 412 MB` */
export async function speedText(name: string, texts: readonly string[]): Promise<string> {
  const { records, seconds, peakBytes } = await readTexts(new Map(texts.map((text, i) => [String(i), text])))
  const words = texts.reduce((count, text) => count + text.split(/\s+/).filter(Boolean).length, 0)
  const perSecond = `${fixed(records.size / seconds, 1)} reports/s, ${fixed(words / seconds, 0)} words/s`
  const memory = peakBytes ? `peak memory ${fixed(peakBytes / 2 ** 20, 0)} MB` : "memory not measured"
  const amount = `${records.size} reports, ${words} words, ${fixed(seconds, 1)} s`
  return `${name}: ${amount}: ${perSecond}, start-up included; ${memory}`
}

/** From the call to the record of one short report; the middle of three tries. */
export async function startUpText(): Promise<string> {
  const seconds: number[] = []
  for (let i = 0; i < 3; i++) seconds.push((await readTexts(new Map([["short", "“No,” she said.\n"]]))).seconds)
  seconds.sort((a, b) => a - b)
  return `start-up: one short report in ${fixed(seconds[1]!, 2)} s`
}

/** Texts enough for a steady figure: the same ones over again, each made different by its number. */
export function repeated(texts: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${texts[i % texts.length]}\n\nEdition ${i + 1}.\n`)
}
