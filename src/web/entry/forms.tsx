import type { Child } from "hono/jsx"
import { Mark } from "../visit.js"

/** A form that does one thing to an entry, with the reason for it. */
export function DeedForm(props: {
  readonly action: string
  /** names its field of the reason, where several forms of a page do the same thing */
  readonly id?: string
  /** the entry as it was seen, so that nobody changes what somebody else changed meanwhile */
  readonly seen?: string
  readonly button: string
  readonly reason?: string
  readonly children?: Child
}) {
  const { action, seen, button, reason, children } = props
  const id = `why-${props.id ?? action.split("/").at(-1)}`
  return (
    <form class="deed" method="post" action={action}>
      <Mark />
      {seen !== undefined && <input type="hidden" name="seen" value={seen} />}
      {children}
      <label for={id}>Why? It stands in the history, with your name.</label>
      <input id={id} name="reason" required maxlength={500} value={reason} />
      <button type="submit">{button}</button>
    </form>
  )
}

/** One of the things that can be done, opened when it is wanted. */
export function Deed({ title, open, id, children }: { title: string; open?: boolean; id: string; children?: Child }) {
  return (
    <details class="deeds" open={open}>
      <summary>{title}</summary>
      {/* A link to what stands inside opens it. */}
      <div id={id}>{children}</div>
    </details>
  )
}
