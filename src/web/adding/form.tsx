import type { Child } from "hono/jsx"
import { Layout, type Shell } from "../layout.js"
import { Mark } from "../visit.js"

/** What was filled in, as it came. */
export interface TextFields {
  readonly text: string
  readonly title: string
  readonly outlet: string
  readonly date: string
  readonly url: string
}

export interface AddressFields {
  readonly addresses: string
}

/** What is wrong, in words, by the field it is about. */
export type FieldProblems<Fields> = { readonly [Field in keyof Fields]?: string }

export interface AddProps {
  readonly shell: Shell
  readonly text?: TextFields
  readonly addresses?: AddressFields
  readonly problems?: FieldProblems<TextFields & AddressFields & { readonly files: string }>
}

const empty: TextFields = { text: "", title: "", outlet: "", date: "", url: "" }

/** Three ways to give reports: pasted, as files, by their address. */
export function AddPage({ shell, text = empty, addresses = { addresses: "" }, problems = {} }: AddProps) {
  return (
    <Layout shell={shell} title="Add reports">
      <div class="page adding">
        <h1>Add reports</h1>
        <p class="lede">
          Each report is read, and kept with its record, whole or not at all. What the archive has already is not read
          again.
        </p>
        <section aria-labelledby="paste">
          <h2 id="paste">Paste a report</h2>
          <form method="post" action="/add/text" class="give">
            <Mark />
            <Field name="text" label="Text" problem={problems.text}>
              {(about) => (
                <textarea {...about} rows={10} required>
                  {text.text}
                </textarea>
              )}
            </Field>
            <div class="beside">
              <Field name="title" label="Title" problem={problems.title}>
                {(about) => <input {...about} value={text.title} maxlength={500} />}
              </Field>
              <Field name="outlet" label="Outlet" problem={problems.outlet}>
                {(about) => <input {...about} value={text.outlet} maxlength={200} />}
              </Field>
              <Field
                name="date"
                label="Published on"
                problem={problems.date}
                hint="Words such as “on Tuesday” are dated by it."
              >
                {(about) => <input {...about} type="date" value={text.date} />}
              </Field>
              <Field name="url" label="Address" problem={problems.url}>
                {(about) => <input {...about} inputmode="url" value={text.url} maxlength={2000} />}
              </Field>
            </div>
            <button type="submit">Add the report</button>
          </form>
        </section>
        <section aria-labelledby="files-heading">
          <h2 id="files-heading">Choose files</h2>
          <form method="post" action="/add/files" enctype="multipart/form-data" class="give drop">
            <Mark />
            <Field
              name="files"
              label="Files"
              problem={problems.files}
              hint="Text, HTML, JSON lines, tables (CSV) and feeds, also packed with gzip; 64 MB in one go."
            >
              {(about) => (
                <input
                  {...about}
                  type="file"
                  multiple
                  required
                  accept=".txt,.text,.md,.html,.htm,.xhtml,.json,.jsonl,.ndjson,.csv,.tsv,.xml,.rss,.atom,.rdf,.gz"
                />
              )}
            </Field>
            <button type="submit">Add the files</button>
          </form>
        </section>
        <section aria-labelledby="web">
          <h2 id="web">Give an address</h2>
          <form method="post" action="/add/addresses" class="give">
            <Mark />
            <Field
              name="addresses"
              label="Pages or feeds, one address a line"
              problem={problems.addresses}
              hint="Pages are fetched as their sites allow it, at most one a second."
            >
              {(about) => (
                <textarea {...about} rows={3} required inputmode="url">
                  {addresses.addresses}
                </textarea>
              )}
            </Field>
            <button type="submit">Fetch and add</button>
          </form>
        </section>
      </div>
    </Layout>
  )
}

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly problem: string | undefined
  readonly children: (about: { readonly [attribute: string]: string }) => Child
}

/** A field with its label, what it is for, and what is wrong with it. */
function Field({ name, label, hint, problem, children }: FieldProps) {
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(" ")
  const about = {
    id: name,
    name,
    ...(described ? { "aria-describedby": described } : {}),
    ...(problem ? { "aria-invalid": "true", autofocus: "autofocus" } : {}), // a browser goes to the first
  }
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {children(about)}
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p class="problem" id={`${name}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
