import { readFile } from "node:fs/promises"

/** A tensor going into or coming out of a graph. */
export interface Numbers {
  readonly data: Float32Array | Int32Array
  readonly dims: readonly number[]
}

/** One loaded graph. Same input, same answer: one thread, one window at a time. */
export type Graph = (inputs: { readonly [name: string]: Numbers }) => Promise<{ readonly [name: string]: Numbers }>

export interface Runtime {
  readonly name: "onnxruntime-node" | "onnxruntime-web"
  load(file: URL): Promise<Graph>
}

/** The native runtime where it could be installed, the one in WebAssembly otherwise. */
export async function openRuntime(wanted?: Runtime["name"]): Promise<Runtime> {
  if (wanted !== "onnxruntime-web") {
    const native = await import("onnxruntime-node").catch((error: unknown) => {
      if (wanted) throw error
      return undefined
    })
    if (native) return runtime("onnxruntime-node", native.default ?? native)
  }
  const web = await import("onnxruntime-web")
  web.env.wasm.numThreads = 1
  return runtime("onnxruntime-web", web)
}

type Ort = Pick<typeof import("onnxruntime-common"), "InferenceSession" | "Tensor">

function runtime(name: Runtime["name"], ort: Ort): Runtime {
  const options = { intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 3 } as const
  return {
    name,
    async load(file) {
      const session = await ort.InferenceSession.create(await readFile(file), options)
      return async (inputs) => {
        const feeds = Object.fromEntries(
          Object.entries(inputs).map(([input, { data, dims }]) => [
            input,
            data instanceof Int32Array ? new ort.Tensor("int32", data, dims) : new ort.Tensor("float32", data, dims),
          ]),
        )
        const results = await session.run(feeds)
        return Object.fromEntries(
          Object.entries(results).map(([output, { data, dims }]) => [output, { data: data as Float32Array, dims }]),
        )
      }
    },
  }
}
