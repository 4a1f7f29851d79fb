import { Layout, type Shell } from "./layout.js"

/** What went wrong, in words a person can act on. */
export function ProblemPage({ shell, title, words }: { shell: Shell; title: string; words: string }) {
  return (
    <Layout shell={shell} title={title}>
      <div class="page">
        <h1>{title}</h1>
        <p class="lede">{words}</p>
        <p>
          <a href="/">To the latest reports</a>
        </p>
      </div>
    </Layout>
  )
}
