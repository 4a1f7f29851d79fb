import { expect, test } from "vitest"
import { canonicalLanguage, detectLanguage } from "./language.js"

test.each([
  ["en", "The mayor said that she had not spoken with the minister since their meeting in the spring."],
  ["en", "National Adviser Ana Lopes spoke today with Adviser Karl Brandt of Norland regarding the upcoming summit."],
  ["de", "Die Bürgermeisterin sagte, sie habe seit dem Frühjahr nicht mehr mit dem Minister gesprochen."],
  ["fr", "La maire a déclaré qu’elle n’avait pas parlé au ministre depuis leur rencontre du printemps."],
  ["es", "La alcaldesa dijo que no había hablado con el ministro desde su reunión de la primavera."],
  ["nl", "De burgemeester zei dat ze sinds hun ontmoeting in het voorjaar niet met de minister had gesproken."],
  ["ru", "Мэр заявила, что не разговаривала с министром после их весенней встречи."],
  ["zh", "市长表示，自春天会面以来，她没有与部长谈过话。"],
])("%s: %s", (language, text) => {
  expect(detectLanguage(text)).toBe(language)
})

test.each(["", "   ", "Photo: Ada Lindt", "Hello", "12.5", "“No,” Brandt said.", "Zürich, Köln"])(
  "%j is too short to be anything but English",
  (text) => {
    expect(detectLanguage(text)).toBe("en")
  },
)

test("languages come in canonical form or not at all", () => {
  expect(["en-us", "EN_GB", "eng", "pt", "english", "", 7, "x-"].map(canonicalLanguage)).toEqual([
    "en-US",
    "en-GB",
    "en",
    "pt",
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
