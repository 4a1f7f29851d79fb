import { feeds, follow, newsOf, type Question, searches, unfollow, unfollowFeed } from "../archive/index.js"
import { atomFeed, jsonFeed } from "../feeds/feeds.js"
import { isWebAddress } from "../input/read.js"
import { write } from "./output.js"
import { harmless } from "./terminal.js"
import { withArchive } from "./with-archive.js"

export const followCommand = (path: string, name: string | undefined, question: Question) =>
  withArchive(path, async (archive) => {
    if (name === undefined) {
      for (const { name, question } of await searches(archive))
        await write(harmless(`${name}  ${questionWords(question)}\n`))
      for (const { url } of await feeds(archive)) await write(harmless(`${url}\n`))
      return
    }
    await follow(archive, name, question)
    await write(`${name} is followed: \`onrecord feed ${name}\` tells what is new\n`)
  })

export const unfollowCommand = (path: string, name: string) =>
  withArchive(path, async (archive) => {
    await (isWebAddress(name) ? unfollowFeed(archive, name) : unfollow(archive, name))
    await write(harmless(`${name} is not followed any more\n`))
  })

export const feedCommand = (path: string, name: string, { json }: { readonly json?: boolean }) =>
  withArchive(path, async (archive) => {
    const news = await newsOf(archive, name)
    await write(json ? jsonFeed(news) : `${atomFeed(news).trimEnd()}\n`)
  })

/** --who "Mara Lind" --first-hand: as it would be typed again */
const questionWords = ({ firstHand, outlet, ...named }: Question): string =>
  [
    ...Object.entries({ ...named, in: outlet }).flatMap(([option, value]) =>
      value ? `--${option} ${JSON.stringify(value)}` : [],
    ),
    ...(firstHand ? ["--first-hand"] : []),
  ].join(" ")
