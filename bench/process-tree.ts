import { existsSync, readdirSync, readFileSync } from "node:fs"

const pageBytes = 4096
const everyMilliseconds = 50

/** Watches how much memory a process and all its children hold at once; `stop` gives the most that was seen. */
export function watchMemory(pid: number | undefined): { readonly stop: () => number | undefined } {
  if (pid === undefined || !existsSync("/proc/self/stat")) return { stop: () => undefined }
  let peak = 0
  const look = () => {
    peak = Math.max(peak, residentBytes(pid))
  }
  const timer = setInterval(look, everyMilliseconds)
  look()
  return {
    stop: () => {
      clearInterval(timer)
      return peak
    },
  }
}

/** Pages shared between processes count in each. */
function residentBytes(root: number): number {
  const processes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readStat(Number(name)) ?? [])
  const tree = new Set([root])
  // Children have later numbers than their parents but for wrap-around, so go over the list until nothing is added.
  for (let size = 0; size < tree.size; ) {
    size = tree.size
    for (const { pid, parent } of processes) if (tree.has(parent)) tree.add(pid)
  }
  return processes.reduce((bytes, { pid, resident }) => bytes + (tree.has(pid) ? resident : 0), 0)
}

// "4711 (node (worker)) S 1 …": the name may hold blanks and brackets, so count from the last bracket on.
function readStat(pid: number): { pid: number; parent: number; resident: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
    return { pid, parent: Number(fields[1]), resident: Number(fields[21]) * pageBytes }
  } catch {
    return undefined // it has ended in the meantime
  }
}
