import type { Command } from "commander"

interface FollowOptions {
  readonly archive: string
  readonly who?: string
  readonly about?: string
  readonly to?: string
  readonly words?: string
  readonly in?: string
  readonly firstHand?: boolean
}

/** The commands by which people are told what is new; what one needs is loaded when it runs. */
export function addFollowing(program: Command): void {
  const command = (name: string, description: string) =>
    program.command(name).description(description).option("--archive <file>", "the archive's file", "onrecord.db")

  command(
    "follow",
    "keep a question under a name, for `onrecord feed`; without a name, list the questions and feeds that are followed",
  )
    .argument("[name]", "letters, digits, - and _")
    .option("--who <name>", "what somebody says")
    .option("--about <name>", "about somebody or something; without --who, what anybody says about somebody")
    .option("--to <name>", "to somebody")
    .option("--words <words>", "what anybody says that holds the words")
    .option("--in <outlet>", "in one outlet")
    .option("--first-hand", "only what the outlet itself heard")
    .action(async (name: string | undefined, { archive, in: outlet, ...question }: FollowOptions) => {
      const { followCommand } = await import("./follow.js")
      process.exitCode = await followCommand(archive, name, { ...question, ...(outlet && { outlet }) })
    })
  command("unfollow", "give up a question that is followed, or a feed that `onrecord watch` follows")
    .argument("<name>", "of the question, or the feed's address")
    .action(async (name: string, { archive }: { archive: string }) => {
      const { unfollowCommand } = await import("./follow.js")
      process.exitCode = await unfollowCommand(archive, name)
    })
  command("feed", "print the newest answers to a question that is followed, as an Atom feed")
    .argument("<name>")
    .option("--json", "as a JSON Feed")
    .action(async (name: string, { archive, ...options }: { archive: string; json?: boolean }) => {
      const { feedCommand } = await import("./follow.js")
      process.exitCode = await feedCommand(archive, name, options)
    })
}
