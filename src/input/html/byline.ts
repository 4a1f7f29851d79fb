// What stands in a byline beside the names: "By Jane Doe, Health Correspondent, and Staff reporters in Cardenal".
const notNames =
  /\b(editor|correspondent|reporters?|reporting|staff|writers?|producer|bureau|chief|columnist|contributor|photographer|desk|news|updated|published|min read|minutes?|ago|follow|email)\b|[@\d]|^https?:/i

/** The names in what a page gives as its author: "By JANE DOE and John Roe" is two. */
export function readNames(written: readonly string[]): string[] {
  const names = written.slice(0, 50).flatMap((line) => {
    const parts = line
      .slice(0, 300)
      .replace(/\s+/g, " ")
      .replace(/^\s*(?:(?:written|reported|story|words) )?by:?\s+/i, "")
      .split(/\s*(?:[,;|&•·]| and (?=\p{Lu})| with (?=\p{Lu}))\s*/u)
      .map((part) => part.replace(/^(and|by)\s+/i, "").trim())
      .filter((part) => part !== "")
    const people = parts.filter((part) => !notNames.test(part))
    // An outlet as its own author: "Harbour News staff".
    return people.length > 0 ? people : parts.slice(0, 1).filter((part) => !/^https?:|@/.test(part))
  })
  return [...new Set(names)]
}
