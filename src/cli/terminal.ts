import { stripVTControlCharacters } from "node:util"

/** How a stream shows things: the columns to wrap at, and colours where it is a terminal that has them. */
export interface Look {
  readonly columns: number
  /** whether it is said that something is not known, where a person would see that it is not there */
  readonly tellsMissing?: boolean
  readonly paint: (colour: Colour, text: string) => string
}

export type Colour = keyof typeof codes

const codes = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  magenta: [35, 39],
  cyan: [36, 39],
} as const

/** A pipe has no width of its own; eighty columns can be read anywhere. Beyond a hundred, lines tire the eye. */
export function lookOf(stream: NodeJS.WriteStream): Look {
  const asked = Number(process.env.COLUMNS)
  const columns = stream.isTTY ? stream.columns : asked
  // hasColors() knows NO_COLOR, FORCE_COLOR and dumb terminals.
  return look(Math.min(columns > 20 ? columns : 80, 100), stream.isTTY === true && stream.hasColors())
}

export const look = (columns: number, colours: boolean): Look => ({
  columns,
  paint: (colour, text) => {
    const [on, off] = codes[colour]
    return colours && text !== "" ? `\u001b[${on}m${text}\u001b[${off}m` : text
  },
})

/**
 * A report is foreign text: a control character in it must not move the cursor or change a colour
 * (ESC becomes ␛), and a direction override must not turn the rest of the line around.
 */
export function harmless(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
  const controls = /[\u0000-\u0008\u000b-\u001f]/g
  return text
    .replace(controls, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replace(/[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "\ufffd")
}

/**
 * Breaks a text into lines of at most `columns`, at white space only: a long address stays whole.
 * Nothing but the white space at a break is lost; a blank line stays one.
 */
export function wrap(text: string, columns: number): string[] {
  return text.split(/\n[^\S\n]*\n\s*/).flatMap((paragraph, n) => {
    const lines = wrapParagraph(paragraph, columns)
    return n === 0 ? lines : ["", ...lines]
  })
}

function wrapParagraph(paragraph: string, columns: number): string[] {
  const lines: string[] = []
  let line = ""
  let gap = ""
  for (const piece of paragraph.split(/([ \t\n]+)/)) {
    if (/^[ \t\n]+$/.test(piece)) {
      gap = piece.replace(/[\t\n]/g, " ")
    } else if (line !== "" && widthOf(line + gap + piece) > columns) {
      lines.push(line)
      line = piece
      gap = ""
    } else {
      line += gap + piece
      gap = ""
    }
  }
  return [...lines, line]
}

/** Columns that a text takes: colour codes and combining marks none, East Asian letters and pictures two. */
export function widthOf(text: string): number {
  const bare = stripVTControlCharacters(text).replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, "")
  let width = 0
  for (const letter of bare) width += wide.test(letter) ? 2 : 1
  return width
}

const wide =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\uff01-\uff60]/u
