// The compiler takes what is TypeScript; the style sheets of the pages go into the package as they are.
import { cpSync } from "node:fs"

cpSync(new URL("../src/web/styles/", import.meta.url), new URL("../dist/web/styles/", import.meta.url), {
  recursive: true,
})
