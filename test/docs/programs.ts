import { spawnSync } from "node:child_process"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { format } from "node:util"
import { vi } from "vitest"
import { type Block, ended } from "./pages.js"

const root = join(import.meta.dirname, "..", "..")

/** The doors of the package, as programs name them: "onrecord/archive" → src/archive/index.ts. */
const doors: readonly (readonly [string, string])[] = Object.entries<{ default?: string }>(
  JSON.parse(readFileSync(join(root, "package.json"), "utf8")).exports,
).flatMap(([door, { default: file }]) =>
  file ? [[`onrecord${door.slice(1)}`, join(root, file.replace("./dist/", "src/").replace(/\.js$/, ".ts"))]] : [],
)

/** Runs a program of a page in a folder; what it printed. */
export async function runProgram(folder: string, { line, lines }: Block): Promise<string> {
  const path = join(folder, `line-${line}.ts`)
  const code = doors.reduce((so, [door, file]) => so.replaceAll(`"${door}"`, JSON.stringify(file)), lines.join("\n"))
  writeFileSync(path, `${code}\n`)
  let printed = ""
  const say = (...all: unknown[]) => {
    printed += `${format(...all)}\n`
  }
  const spies = [vi.spyOn(console, "log").mockImplementation(say), vi.spyOn(console, "error").mockImplementation(say)]
  const before = process.cwd()
  process.chdir(folder)
  try {
    await import(path)
    return ended(printed)
  } finally {
    process.chdir(before)
    for (const spy of spies) spy.mockRestore()
  }
}

/** What the compiler finds wrong with the programs, which it takes as files of a package that depends on this one. */
export function checkTypes(folder: string, programs: readonly (readonly [string, Block])[]): string {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n')
  const files = programs.map(([page, { line, lines }]) => {
    const name = `${page.replace(/\W/g, "-")}-line-${line}.ts`
    writeFileSync(join(folder, name), `${lines.join("\n")}\nexport {}\n`)
    return name
  })
  const paths = Object.fromEntries(doors.map(([door, file]) => [door, [file]]))
  const compilerOptions = { paths, typeRoots: [join(root, "node_modules", "@types")] }
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ extends: join(root, "tsconfig.json"), compilerOptions, files, include: [], exclude: [] }),
  )
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc")
  const { stdout, stderr } = spawnSync(process.execPath, [compiler, "-p", folder], { encoding: "utf8" })
  return stdout + stderr
}
