import { BLOT, blotNames } from "./blotting/mask.js"
import { hiddenCalled } from "./hidden.js"
import { nameWords } from "./identities/words.js"
import type { Archive } from "./open.js"
import type { Question } from "./searches.js"
import { takenDownNumbers } from "./standing.js"

/**
 * Questions that are followed, without the names of people who were taken down; the whole name of somebody else stays,
 * although it may share a word with theirs: “Ann Reed”, where Tom Reed was taken down.
 */
export async function questionsShown(archive: Archive, questions: readonly Question[]): Promise<readonly Question[]> {
  const hidden = await hiddenCalled(archive.db)
  if (hidden.length === 0) return questions
  const blot = blotNames(hidden)
  const others = await shownNames(
    archive,
    questions.flatMap(({ who, about, to }) => [who, about, to].filter((name) => name !== undefined)),
  )
  const name = (typed: string) => (others.has(compared(typed)) ? typed : blotTyped(typed, blot))
  return questions.map(({ who, about, to, words, ...rest }) => ({
    ...(who !== undefined && { who: name(who) }),
    ...(about !== undefined && { about: name(about) }),
    ...(to !== undefined && { to: name(to) }),
    ...(words !== undefined && { words: blot(words) }),
    ...rest,
  }))
}

/** Whoever asks for somebody may do so without capitals. */
function blotTyped(typed: string, blot: (words: string) => string): string {
  const blotted = blot(typed.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toLocaleUpperCase("en")))
  return blotted.includes(BLOT) ? blotted : typed
}

/** Of some names those that somebody bears who is shown, as they are compared. */
async function shownNames({ db }: Archive, typed: readonly string[]): Promise<ReadonlySet<string>> {
  const bearers = await db
    .selectFrom("known_names")
    .select(["name", "identity"])
    .distinct()
    .where("name", "in", typed.map(compared))
    .execute()
  const hidden = await takenDownNumbers(db)
  return new Set(bearers.filter(({ identity }) => !hidden.has(identity)).map(({ name }) => name))
}

const compared = (name: string): string => nameWords(name).join(" ")
