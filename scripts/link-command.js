// Puts this package's own command into node_modules/.bin, so that `npx onrecord` works from the
// root of a clone: npm links the commands of dependencies only, and npx of npm 11 looks nowhere else.
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync } from "node:fs"

const bin = new URL("../node_modules/.bin/", import.meta.url)
const command = new URL("../dist/cli/main.js", import.meta.url)

// On Windows a link needs rights that few have; there `node dist/cli/main.js` does the same.
if (process.platform !== "win32" && existsSync(command)) {
  mkdirSync(bin, { recursive: true })
  chmodSync(command, 0o755)
  rmSync(new URL("onrecord", bin), { force: true })
  symlinkSync("../../dist/cli/main.js", new URL("onrecord", bin))
}
