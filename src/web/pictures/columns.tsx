import { type Counted, type Columns as Placed, placeColumns } from "./months.js"

export interface ColumnsProps {
  /** what is counted: "Statements by month" */
  readonly title: string
  /** what the parts of a column are, from the bottom up */
  readonly parts: readonly string[]
  readonly counted: readonly Counted[]
  /** where what the parts are stands above already */
  readonly keyed?: boolean
}

/** Counts over time as columns, for a wide screen and for a narrow one, with the numbers below them for who asks. */
export function Columns({ title, parts, counted, keyed = false }: ColumnsProps) {
  const wide = placeColumns(counted, 960)
  const narrow = placeColumns(counted, 330)
  if (!wide || !narrow) return null
  return (
    <figure class="picture">
      <Picture placed={wide} name="wide" title={title} parts={parts} />
      <Picture placed={narrow} name="narrow" title={title} parts={parts} />
      {!keyed && (
        <figcaption>
          {parts.map((part, n) => (
            <span class="key">
              <span class={`box part${n}`} aria-hidden="true" /> {part}
            </span>
          ))}
        </figcaption>
      )}
      <details>
        <summary>The numbers</summary>
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">When</th>
                {parts.map((part) => (
                  <th scope="col" class="number">
                    {part}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {wide.columns.map(({ label, counts }) => (
                <tr>
                  <th scope="row">{label}</th>
                  {counts.map((count) => (
                    <td class="number">{count.toLocaleString("en")}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}

interface PictureProps {
  readonly placed: Placed
  readonly name: "wide" | "narrow"
  readonly title: string
  readonly parts: readonly string[]
}

function Picture({ placed, name, title, parts }: PictureProps) {
  const { width, height, floor, columns, columnWidth, lines, ticks } = placed
  return (
    <svg class={name} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      {lines.map(({ y, label }) => (
        <g class="line">
          <line x1={34} x2={width} y1={y} y2={y} />
          <text x={28} y={y + 4}>
            {label}
          </text>
        </g>
      ))}
      {columns.map(({ label, counts, x, pieces }) =>
        pieces.length === 0 ? null : (
          <g>
            <title>{`${label}: ${parts.map((part, n) => `${counts[n]} ${part}`).join(", ")}`}</title>
            {pieces.map(({ part, y, height }) => (
              <rect class={`part${part}`} x={x} y={y} width={columnWidth} height={height} />
            ))}
          </g>
        ),
      )}
      <line class="axis" x1={34} x2={width} y1={floor} y2={floor} />
      {ticks.map(({ x, label }) => (
        <g class="tick">
          <text x={x} y={floor + 17}>
            {label}
          </text>
        </g>
      ))}
    </svg>
  )
}
