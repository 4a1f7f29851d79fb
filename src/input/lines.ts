import { createGunzip } from "node:zlib"

/** Bytes as they come: a stream, standard input, or an array of one buffer. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

export interface Line {
  /** 1-based */
  readonly number: number
  /** without its line feed; undefined where the line is longer than the bound */
  readonly bytes: Uint8Array | undefined
}

/** Cuts bytes into lines, holding no more than one line in memory, and none that is longer than `bound`. */
export async function* splitLines(source: Bytes, bound: number): AsyncGenerator<Line> {
  let number = 1
  let pieces: Uint8Array[] = []
  let length = 0
  const finish = (): Line => {
    const line = { number, bytes: length > bound ? undefined : joined(pieces) }
    number += 1
    pieces = []
    length = 0
    return line
  }
  for await (const chunk of source) {
    let from = 0
    while (from < chunk.length) {
      const feed = chunk.indexOf(0x0a, from)
      const piece = chunk.subarray(from, feed < 0 ? chunk.length : feed)
      length += piece.length
      if (length <= bound) pieces.push(piece)
      else pieces = []
      if (feed < 0) break
      yield finish()
      from = feed + 1
    }
  }
  if (length > 0) yield finish()
}

/**
 * Unpacks piece by piece, so that all that came before damage is there before the error is thrown: piping into
 * the unpacker throws away what it has not handed on yet.
 */
export async function* gunzip(source: Bytes): AsyncGenerator<Uint8Array> {
  const unpacker = createGunzip()
  let ready: Uint8Array[] = []
  let failure: Error | undefined
  unpacker.on("data", (bytes: Uint8Array) => ready.push(bytes))
  unpacker.on("error", (error) => {
    failure = error
  })
  const take = () => {
    const taken = ready
    ready = []
    return taken
  }
  try {
    for await (const chunk of source) {
      for (let from = 0; from < chunk.length && !failure; from += packedPiece) {
        await settled((done) => unpacker.write(chunk.subarray(from, from + packedPiece), done))
        yield* take()
      }
      if (failure) break
    }
    if (!failure) await settled(() => unpacker.end())
    yield* take()
  } finally {
    unpacker.destroy()
  }
  if (failure) throw failure

  // An end calls back before it is known whether the data was whole; after an error a write may not call back.
  function settled(act: (done: () => void) => void): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        unpacker.off("error", done).off("end", done)
        resolve()
      }
      unpacker.once("error", done).once("end", done)
      act(done)
    })
  }
}

/** At most a thousandfold unpacked, so never more than 16 MB at once. */
const packedPiece = 16_384

/** The first bytes of a source, and the source again from its beginning; an error in it waits for its place. */
export async function peek(
  source: Bytes,
  length: number,
): Promise<{ head: Uint8Array; whole: AsyncGenerator<Uint8Array> }> {
  const iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]()
  const taken: Uint8Array[] = []
  let count = 0
  let failure: { readonly cause: unknown } | undefined
  try {
    while (count < length) {
      const next = await iterator.next()
      if (next.done) break
      taken.push(next.value)
      count += next.value.length
    }
  } catch (cause) {
    failure = { cause }
  }
  async function* again() {
    try {
      yield* taken
      if (failure) throw failure.cause
      for (;;) {
        const next = await iterator.next()
        if (next.done) return
        yield next.value
      }
    } finally {
      await iterator.return?.()
    }
  }
  return { head: joined(taken).subarray(0, length), whole: again() }
}

/** All the bytes of a source, or undefined where they are more than `bound`. */
export async function collect(source: Bytes, bound: number): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of source) {
    length += piece.length
    if (length > bound) return undefined
    pieces.push(piece)
  }
  return joined(pieces)
}

const joined = (pieces: readonly Uint8Array[]): Uint8Array => (pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces))
