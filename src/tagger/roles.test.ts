import fc from "fast-check"
import { expect, test } from "vitest"
import { type Block, changing, decodeRoles, gain, type Role, roles } from "./roles.js"

const none = 0.001

/** Log probabilities from "source 0.9" and the like, a word each; what is not named shares the rest. */
function logOf(words: readonly string[]): Float32Array {
  return Float32Array.from(
    words.flatMap((word) => {
      const named = new Map(word.split(", ").map((one) => one.split(" ") as [Role, string]))
      return roles.map((role) => Math.log(Number(named.get(role) ?? none)))
    }),
  )
}

const decode = (words: readonly string[], blocks: readonly Block[] = []) => decodeRoles(logOf(words), blocks).role

test("each word has its likeliest role", () => {
  expect(decode(["content 0.9", "none 0.9", "cue 0.9", "source 0.9"])).toEqual(["content", "none", "cue", "source"])
})

test("a doubtful word goes with its neighbours", () => {
  expect(decode(["content 0.9", "none 0.6, content 0.4", "content 0.9"])).toEqual(["content", "content", "content"])
  expect(decode(["content 0.9", "none 0.98, content 0.02", "content 0.9"])).toEqual(["content", "none", "content"])
})

test("a day of one word is found beside much that is nothing", () => {
  expect(decode(["none 0.9", "when 0.6, none 0.4", "none 0.9"])).toEqual(["none", "none", "none"])
  expect(decode(["none 0.9", "when 0.75, none 0.25", "none 0.9"])).toEqual(["none", "when", "none"])
})

test("the words of a quotation share one role", () => {
  const words = ["cue 0.9", "content 0.9", "none 0.99, content 0.01", "content 0.9", "none 0.9"]
  expect(decode(words)).toEqual(["cue", "content", "none", "content", "none"])
  expect(decode(words, [{ from: 1, to: 4 }])).toEqual(["cue", "content", "content", "content", "none"])
})

test("the score is that of the role taken, a quotation's that of its mean word", () => {
  const { score } = decodeRoles(logOf(["content 0.8", "content 0.2", "none 0.5"]), [{ from: 0, to: 2 }])
  expect([...score].map((one) => one.toFixed(2))).toEqual(["0.40", "0.40", "0.50"])
})

test("no words have no roles", () => {
  expect(decodeRoles(new Float32Array(), [])).toEqual({ role: [], score: new Float32Array() })
})

const few = 4 // words, so that all ways can be tried

test("of all ways to give roles the likeliest is found, a change costing and a role paying", () => {
  const numbers = fc.array(fc.float({ min: -8, max: 0, noNaN: true }), { minLength: few * 8, maxLength: few * 8 })
  fc.assert(
    fc.property(numbers, (given) => {
      const log = Float32Array.from(given)
      const worth = (path: readonly number[]) =>
        path.reduce(
          (sum, role, i) => sum + log[i * 8 + role]! + gain[role]! - (i > 0 && role !== path[i - 1] ? changing : 0),
          0,
        )
      let best = Number.NEGATIVE_INFINITY
      for (let way = 0; way < 8 ** few; way++) {
        best = Math.max(best, worth(Array.from({ length: few }, (_, i) => Math.floor(way / 8 ** i) % 8)))
      }
      const found = decodeRoles(log, []).role.map((role) => roles.indexOf(role))
      expect(worth(found)).toBeCloseTo(best, 4)
    }),
    { numRuns: 20 },
  )
})
