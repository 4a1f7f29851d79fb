import { expect, test } from "vitest"
import { readName } from "./names.js"

// mention | name | surname | roles | courtesy
test.each([
  ["Ana Ruiz", "Ana Ruiz", "Ruiz", [], undefined],
  ["Ruiz’s", "Ruiz", "Ruiz", [], undefined],
  ["Ms. Ruiz", "Ruiz", "Ruiz", [], "Ms."],
  ["Mr Tom Kane", "Tom Kane", "Kane", [], "Mr"],
  ["Sen. Ruiz", "Ruiz", "Ruiz", ["Sen."], undefined],
  ["Vice President-elect Tom Kane", "Tom Kane", "Kane", ["Vice President-elect"], undefined],
  ["Attorney General Ana Cole", "Ana Cole", "Cole", ["Attorney General"], undefined],
  ["Guatemalan Prime Minister Ana Ruiz", "Ana Ruiz", "Ruiz", ["Guatemalan Prime Minister"], undefined],
  ["Conservative MP Jane Roe", "Jane Roe", "Roe", ["Conservative MP"], undefined],
  ["former Army captain Luis Ortega", "Luis Ortega", "Ortega", ["former Army captain"], undefined],
  ["Sgt. 1st Class Tom Kane", "Tom Kane", "Kane", ["Sgt. 1st Class"], undefined],
  ["Kestrel News’ Tom Kane", "Tom Kane", "Kane", [], undefined],
  ["Harris’s spokeswoman Ana Cole", "Ana Cole", "Cole", ["Harris’s spokeswoman"], undefined],
  ["the museum’s press director, Ana Cole", "Ana Cole", "Cole", ["museum’s press director"], undefined],
  ["Ana Ruiz, the mayor of Torvik", "Ana Ruiz", "Ruiz", ["mayor of Torvik"], undefined],
  ["Mayor of Torvik Ana Ruiz", "Ana Ruiz", "Ruiz", ["Mayor of Torvik"], undefined],
  ["Senator Tom Kane of Torvik", "Tom Kane", "Kane", ["Senator"], undefined],
  ["Sen. Tom Kane (D-Iowa)", "Tom Kane", "Kane", ["Sen."], undefined],
  ["Acme Inc (AC.N) Chief Executive Ana Ruiz", "Ana Ruiz", "Ruiz", ["Acme Inc Chief Executive"], undefined],
  ["Judge [Ana] Ruiz", "Ana Ruiz", "Ruiz", ["Judge"], undefined],
  ["Carla van der Berg", "Carla van der Berg", "van der Berg", [], undefined],
  ["Salim bin Rashid", "Salim bin Rashid", "bin Rashid", [], undefined],
  ["Omar al-Tamim", "Omar al-Tamim", "al-Tamim", [], undefined],
  ["Tom Kane Jr.", "Tom Kane Jr.", "Kane", [], undefined],
  ["Tom Kane III", "Tom Kane III", "Kane", [], undefined],
  ["J.D. Kane", "J.D. Kane", "Kane", [], undefined],
  ["FBT Director Ana Ruiz", "Ana Ruiz", "Ruiz", ["FBT Director"], undefined],
  ["MS. RUIZ-KANE", "RUIZ-KANE", "RUIZ-KANE", [], "MS."],
  ["Ruiz, Ana", "Ana Ruiz", "Ruiz", [], undefined],
  ["Queen Margit II", "Margit II", "Margit", ["Queen"], undefined],
  ["his chief of staff Tom Kane", "Tom Kane", "Kane", ["chief of staff"], undefined],
  ["Secretary of State Ana Ruiz", "Ana Ruiz", "Ruiz", ["Secretary of State"], undefined],
  ["White House Chief of Staff Ana Ruiz", "Ana Ruiz", "Ruiz", ["White House Chief of Staff"], undefined],
  ["Director of Communications Kane", "Kane", "Kane", ["Director of Communications"], undefined],
  ["Dorn Sheriff Ana Ruiz", "Ana Ruiz", "Ruiz", ["Dorn Sheriff"], undefined],
  ["Co-anchor Ana Ruiz", "Ana Ruiz", "Ruiz", ["Co-anchor"], undefined],
  ["Mayor de Ruiz", "de Ruiz", "de Ruiz", ["Mayor"], undefined],
  ["[Ana] Ruiz", "Ana Ruiz", "Ruiz", [], undefined],
  ["independent member of parliament Tom Kane", "Tom Kane", "Kane", ["independent member of parliament"], undefined],
  ["Tim Cook", "Tim Cook", "Cook", [], undefined],
  ["Hunter Kane", "Hunter Kane", "Kane", [], undefined],
  ["Lara King", "Lara King", "King", [], undefined],
] as const)("%s", (mention, name, surname, roles, courtesy) => {
  const read = readName(mention)
  expect(read).toMatchObject({ form: "name", name, surname })
  if (read.form === "name") expect([read.roles, read.courtesy]).toEqual([roles, courtesy])
})

test.each([
  ["a senior official", "official", "indefinite"],
  ["the senator", "senator", "definite"],
  ["her son", "son", "possessive"],
  ["two aides to the mayor", "aide", "indefinite"],
  ["mayor of Torvik", "mayor", "none"],
  ["Prime Minister", "minister", "none"],
  ["District Attorney", "attorney", "none"],
  ["the Torvik teenager", "teenager", "definite"],
  ["lawyers for Kane", "lawyer", "none"],
  ["an aide to Ana Ruiz, the mayor", "aide", "indefinite"],
  ["Kane’s lawyer", "lawyer", "possessive"],
  ["a spokeswoman for de Ruiz", "spokeswoman", "indefinite"],
  ["the mother of murdered teenager Ana Ruiz", "mother", "definite"],
  ["wife of footballer Tom Kane", "wife", "none"],
  ["chief of staff to Democratic Senator Ana Ruiz", "chief", "none"],
  ["a lawyer like Tom Kane", "lawyer", "indefinite"],
  ["a deputy to General Kane", "deputy", "indefinite"],
  ["the lawyer who met Ana Ruiz", "lawyer", "definite"],
] as const)("%s describes", (mention, head, determiner) => {
  expect(readName(mention)).toEqual({ form: "description", description: mention, head, determiner })
})
