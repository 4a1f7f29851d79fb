import { McpServer } from "@modelcontextprotocol/server"
import * as z from "zod"
import { type Archive, ArchiveError, explained } from "../archive/index.js"
import { questionWords } from "../asking/parameters.js"
import { type Question, questions } from "../asking/questions.js"
import { version } from "../version.js"
import { toolAnswer } from "./tool-answers.js"
import { instructions, toolWords } from "./tool-words.js"

/** The questions that an archive can be asked, as the tools of an assistant; none of them changes anything. */
export function assistantServer(archive: Archive): McpServer {
  const server = new McpServer({ name: "onrecord", title: "OnRecord", version }, { instructions })
  for (const question of questions) {
    const { name } = question
    server.registerTool(
      name,
      {
        title: questionWords[name],
        description: toolWords[name],
        inputSchema: parametersOf(question),
        annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
      },
      (given) => answered(archive, question, given),
    )
  }
  return server
}

/** An assistant reads fewer rows at a time than a program. */
const parametersOf = ({ parameters, isPaged }: Question): z.ZodObject =>
  isPaged
    ? parameters.extend({ limit: z.int().min(1).max(200).default(25).describe("so many rows at most") })
    : parameters

async function answered(archive: Archive, question: Question, given: unknown) {
  try {
    const answer = await question.ask(archive, given)
    const text = toolAnswer(question.name, answer)
    // The record of a report is places in its text, of no use to an assistant.
    const structured = question.name === "report" ? {} : { structuredContent: answer as { [field: string]: unknown } }
    return { content: [{ type: "text" as const, text }], ...structured }
  } catch (thrown) {
    const error = explained(archive.path, thrown)
    if (!(error instanceof ArchiveError)) throw error
    return { content: [{ type: "text" as const, text: error.message }], isError: true }
  }
}
