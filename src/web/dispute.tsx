import { dayWords } from "./dates.js"

/** What the person quoted says against an entry: "Disputed on 1 October 2026: “…”" */
export function Dispute({ at, words }: { readonly at: string; readonly words: string }) {
  return (
    <p class="dispute">
      <b>Disputed</b> on {dayWords(at)}: <q>{words}</q>
    </p>
  )
}
