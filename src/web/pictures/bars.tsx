import type { Child } from "hono/jsx"

export interface Bar {
  readonly name: Child
  /** in the order of `parts`; one that nothing falls into is zero */
  readonly counts: readonly number[]
}

/** Shares of a whole, a bar for each row, with the numbers beside it. */
export function Bars({ bars, parts }: { bars: readonly Bar[]; parts: readonly string[] }) {
  return (
    <ol class="bars">
      {bars.map(({ name, counts }) => {
        const whole = counts.reduce((sum, count) => sum + count, 0)
        return (
          <li>
            <b>{name}</b>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              {counts.map((count, n) => (
                <rect
                  class={`part${n}`}
                  x={shareBefore(counts, n, whole)}
                  y={0}
                  width={rounded((100 * count) / whole)}
                  height={8}
                />
              ))}
            </svg>
            <span class="facts">
              {counts
                .map((count, n) => `${parts[n]} ${Math.round((100 * count) / whole)} % (${count.toLocaleString("en")})`)
                .join(" · ")}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

const shareBefore = (counts: readonly number[], n: number, whole: number): number =>
  rounded((100 * counts.slice(0, n).reduce((sum, count) => sum + count, 0)) / whole)

const rounded = (share: number): number => Math.round(share * 100) / 100
