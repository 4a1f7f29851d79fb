import fc from "fast-check"
import { expect, test } from "vitest"
import { findParagraphs } from "./paragraphs.js"
import { findQuotations } from "./quotations.js"

/** { } around a quotation, {+ where it goes on from an earlier paragraph, ~} where it is not closed. */
function check(marked: string, ...codes: string[]): void {
  const text = marked.replaceAll(/\{\+?|~?\}/g, "")
  const { quotations, notes } = findQuotations(text, findParagraphs(text))
  const pieces: string[] = []
  for (let place = 0; place <= text.length; place++) {
    for (const { end, closed } of quotations.toReversed()) if (end === place) pieces.push(closed ? "}" : "~}")
    for (const { start, continues } of quotations)
      if (start === place) pieces.push(continues === undefined ? "{" : "{+")
    pieces.push(text.charAt(place))
  }
  expect(pieces.join("")).toBe(marked)
  expect(notes.map((note) => note.code)).toEqual(codes)
}

test("a quotation holds its marks, whatever their shape", () => {
  check("{“We will appeal,”} said Ruiz. {“Soon.”}")
  check('{"We will appeal,"} said Ruiz. {"Soon."}')
  check("{‘We will appeal,’} said Ruiz. {‘Soon.’}")
  check("{'We will appeal,'} said Ruiz. {'Soon.'}")
  check("{«We will appeal»}, said Ruiz.")
  check("{„We will appeal“}, said Ruiz.")
  check("{``We will appeal,''} said Ruiz.")
  check("{`We will appeal,'} said Ruiz.")
  check("{‘‘We will appeal,’’} said Ruiz.")
  check("{''We will appeal,''} said Ruiz.")
  check('The bill ({"fair"}) was {"kind"}—{"too kind"}—to {"us"}.')
  check("{「はい」}とルイスさん。")
})

test("apostrophes are no quotation marks", () => {
  check("Don’t ask the workers’ union about the ’90s, rock ’n’ roll or ’em.")
  check("Don't ask the workers' union about the '90s, rock 'n' roll or 'em.")
  check("{'Don't ask the workers' union about the '90s or 'em,'} said Ruiz.")
  check("{‘Don’t ask the workers’ union about the ’90s or ’em,’} said Ruiz.")
  check("{‘I’m goin’ home to the boss’s house,’} said Ruiz. {‘It’s Liz’ birthday.’}")
  check("They call it {'the workers'} and mean the nurses' union.")
  check("{'The workers'} said Ruiz, and the nurses' union agreed.")
  check("The class of '09 met in the '80s.")
  check("Ruiz said: {'Like hair of the '70s, I cut it as in the '80s,'} and left.")
  check("{“It’s the workers’ union and the nurses’ union,”} said Ruiz.")
  check("{'We won.'} The teachers' union is {'glad'}.")
})

test("feet and inches are no quotation marks", () => {
  check(`{"He is 6'2" tall,"} said Ruiz.`)
  check("{“He is 6’2” tall,”} said Ruiz.")
  check('A 5" pipe and a {"good"} one.')
  check('{"We need a 5" pipe,"} said Ruiz.')
  check('{"It was 2012,"} she said, {"or 2013"} at most.')
  check("{'A 6' tall man'} entered {'stage 3.5'} of the works.")
  check("A beam of 6′2″ fell.")
})

test("quotations stand in quotations", () => {
  check("{“She told me, {‘Leave now,’}”} said Ruiz.")
  check("{‘She told me, {“Leave now,”}’} said Ruiz.")
  check(`{"She told me, {'Leave now,'}"} said Ruiz.`)
  check(`{'She told me, {"Leave now,"}'} said Ruiz.`)
  check("{“She said {‘he said {“no”} twice’} then,”} said Ruiz.")
  check("{'It was... I will not say {'a marvel'}... but long!'}")
  check("{“{‘Leave now,’} she told me,”} said Ruiz.")
  check("{“He said, {“Go home,”} and I went,”} said Ruiz.")
  check('{"The {"old"} and {"new"} plans failed," } she said.'.replace('" }', '"}'))
  check(`{'She said {"the workers' union is out"} to us,'} said Ruiz.`)
})

test("a long quotation is opened again in every paragraph and closed once", () => {
  check("{“We can go.~}\n\n{+“We can stay.~}\n\n{+“We can wait,”} said Ruiz.")
  check("Ruiz said: {'I won't go.~}\n\n{+'It's the workers' choice.~}\n\n{+'They'll stay.'}")
  check("{“He told me, {‘Go.~}~}\n\n{+“{+‘And stay,’} he said.”}")
  check("{“We can go.~}\n\nand we can stay.”} said Ruiz.".replace("\n\nand", "\n\n{+and"))
  check("{'I called it {'fair'} then.~}\n\n{+'I do not now,'} said Ruiz.")
})

test("captions may stand between its paragraphs", () => {
  check("{'We can go.~}\n\nRuiz (left) at {'the works'} in May\n\nThe bridge at night\n\n{+'We can stay,'} said Ruiz.")
  check("{'We can go, he said.~}\n\nThe board met in May.\n\n{'We can stay,'} said Ruiz.", "unclosed-quote")
  check("{'We can go, he said.~}\n\nRuiz replied:\n\n{'We can stay.'}", "unclosed-quote")
})

test("a missing mark is noted and goes no further than its paragraph", () => {
  check("{“We can go, said Ruiz.~}\n\nThe board met. {“No.”}", "unclosed-quote")
  check("{“We can go, said Ruiz.~} {“We can stay.”}", "unclosed-quote")
  check("{“He told me, {‘Go home,~}”} said Ruiz.", "unclosed-quote")
  check("We can go,” said Ruiz. {“Soon.”}", "unopened-quote")
  check("We can go,' said Ruiz. {'Soon.'}", "unopened-quote")
  check("Ruiz said: {'We can go.~}\n\nThe board met.", "unclosed-quote")
  check('She left "', "unclosed-quote")
  check('It was "" empty.')
})

test("a mark of another shape, or on the wrong side of a space, still does its work", () => {
  check('{“We can go,"} said Ruiz. {"Soon.”}')
  check("{'We love to go.\"} The board met.")
  check("{\"We can go,'} said Ruiz.")
  check(`{'I told him, {'I will not go.'}"} said Ruiz.`)
  check("{”We can go,”} said Ruiz.")
  check("{“We can go,“} said Ruiz.")
  check('{"We can go, "}said Ruiz. {"And stay."}')
  check('Ruiz said,{" We can go."}')
  check('Ruiz said.{"We can go."}The board met.')
})

test("quotations keep to their paragraph and never cross", () => {
  const pieces = fc.constantFrom(
    ..."“”‘’\"'«»„`",
    "''",
    "a",
    "s",
    "Bo",
    "5",
    ", ",
    ". ",
    " ",
    "\n\n",
    "—",
    "(",
    ")",
    "\ud83d",
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (pieces) => {
      const text = pieces.join("")
      const paragraphs = findParagraphs(text)
      const { quotations, notes } = findQuotations(text, paragraphs)
      const around: { start: number; end: number }[] = []
      for (const [place, { start, end, depth, continues }] of quotations.entries()) {
        expect(start).toBeLessThan(end)
        expect(paragraphs.some((paragraph) => paragraph.start <= start && end <= paragraph.end)).toBe(true)
        while (around.length > 0 && around.at(-1)!.end <= start) around.pop()
        expect(depth).toBe(around.length)
        if (around.length > 0) expect(end).toBeLessThanOrEqual(around.at(-1)!.end)
        around.push({ start, end })
        if (continues !== undefined) expect(quotations[continues]).toMatchObject({ closed: false, depth })
        if (continues !== undefined) expect(continues).toBeLessThan(place)
      }
      for (const { span } of notes) expect(text.slice(span.start, span.end)).not.toBe("")
    }),
    { numRuns: 500 },
  )
})

test("no text makes it throw or crawl", () => {
  const hostile = [
    "“‘",
    '"',
    "'",
    "“",
    "”",
    "‘",
    "’",
    "``",
    "''",
    "«",
    "a' ",
    " 'a",
    '"a" ',
    "“a ",
    "” ",
    "“\n\n",
    "'a\n\n",
    '5" ',
  ]
  const time = (text: string): number => {
    const start = performance.now()
    findQuotations(text, findParagraphs(text))
    return performance.now() - start
  }
  // Four times the text: four times the time, not sixteen; the best of three, as other work disturbs the clock.
  const best = (text: string): number => Math.min(time(text), time(text), time(text))
  for (const nasty of hostile) {
    const text = (count: number): string => nasty.repeat(count) + "” ".repeat(count)
    expect(best(text(4_000)), nasty).toBeLessThan(best(text(1_000)) * 10 + 50)
  }
})
