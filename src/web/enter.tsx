import { Layout, type Shell } from "./layout.js"
import { Mark, useVisit } from "./visit.js"

export interface EnterProps {
  readonly shell: Shell
  /** where to go on to afterwards */
  readonly next: string
  /** asked for by a token, or only by name */
  readonly by: "token" | "name"
  readonly problem?: string
}

/** Who is it? Asked once. */
export function EnterPage({ shell, next, by, problem }: EnterProps) {
  const title = by === "token" ? "Enter with your token" : "Who is writing?"
  const { person, mayLeave } = useVisit()
  const label = by === "token" ? "Your token" : "Your name"
  return (
    <Layout shell={shell} title={title}>
      <div class="page">
        <h1>{title}</h1>
        <p class="lede">
          {by === "token"
            ? "Whoever runs this archive gave you one. What you correct will bear your name."
            : "What you correct in this archive will bear your name, so that others can see by whom it was done."}
        </p>
        <form class="ask" method="post" action="/enter">
          <Mark />
          <input type="hidden" name="next" value={next} />
          <label for="who">{label}</label>
          <input
            id="who"
            name={by}
            type={by === "token" ? "password" : "text"}
            autocomplete={by === "token" ? "current-password" : "name"}
            maxlength={200}
            required
            {...(problem ? { "aria-invalid": "true", "aria-describedby": "problem" } : {})}
            {...(by === "name" && person ? { value: person } : {})}
          />
          {problem && (
            <p id="problem" class="problem" role="alert">
              {problem}
            </p>
          )}
          <button type="submit">Go on</button>
        </form>
        {mayLeave && (
          <form class="leave" method="post" action="/leave">
            <Mark />
            <p>
              You are {person}. <button type="submit">Leave</button>
            </p>
          </form>
        )}
      </div>
    </Layout>
  )
}
