import { createContext, useContext } from "hono/jsx"

/** What every page may know of the visit that it is made for. */
export interface Visit {
  /** who asks, as they will stand in the log */
  readonly person?: string
  /** whether anything can be changed at all */
  readonly mayWrite: boolean
  /** what a form has to bear, so that the server knows it as one of its own */
  readonly mark: string
  /** whether the person can leave: there is a session */
  readonly mayLeave: boolean
  /** whether of each report only the sentences are here in which entries stand */
  readonly excerpts: boolean
}

export const VisitContext = createContext<Visit>({ mayWrite: false, mark: "", mayLeave: false, excerpts: false })

export const useVisit = (): Visit => useContext(VisitContext)

/** To stand in every form that changes something. */
export function Mark() {
  return <input type="hidden" name="mark" value={useVisit().mark} />
}
