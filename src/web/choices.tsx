/** What a list of statements is narrowed to, as fields of a form. */

export type Kind = "direct" | "mixed" | "indirect"
/** heard by the outlet itself, or passed on by somebody in its report */
export type Hand = "first" | "passed-on"

export const kindsOf: { readonly [K in Kind]: string } = {
  direct: "quoted",
  mixed: "partly quoted",
  indirect: "in the report’s words",
}

const hands: { readonly [H in Hand]: string } = { first: "first-hand", "passed-on": "passed on by others" }

export function KindChoice({ kind }: { kind: Kind | undefined }) {
  return <Choice name="kind" label="Form" words={kindsOf} chosen={kind} />
}

export function HandChoice({ hand }: { hand: Hand | undefined }) {
  return <Choice name="hand" label="Heard" words={hands} chosen={hand} />
}

/** What a list is narrowed to, as the API calls it. */
export const askedOf = <Filters extends { readonly hand?: Hand }>({ hand, ...filters }: Filters) => ({
  ...filters,
  ...(hand === "first" && { firstHand: true }),
  ...(hand === "passed-on" && { passedOn: true }),
})

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly words: { readonly [value: string]: string }
  readonly chosen: string | undefined
}

function Choice({ name, label, words, chosen }: ChoiceProps) {
  return (
    <label>
      {label}{" "}
      <select name={name}>
        <option value="">any</option>
        {Object.entries(words).map(([value, word]) => (
          <option value={value} selected={value === chosen}>
            {word}
          </option>
        ))}
      </select>
    </label>
  )
}
