import { expect, test } from "vitest"
import { datelineEnd } from "./dateline.js"

// A stroke stands where the words begin.
test.each([
  "WASHINGTON |President Ana Ruiz left.",
  "WASHINGTON |FBT Director Ana Ruiz left.",
  "MEXICO CITY |Mayor Ana Ruiz left.",
  "JERUSALEM - |Prime Minister Ana Ruiz left.",
  "DORN (AP) — |The mayor left.",
  "DORN, Calif. — |The mayor left.",
  "DORN, N.H. (AP) |Reed left.",
  "AULE FALLS, Ohio |Mayor Ana Ruiz left.",
  "TORVIK/DORN |“No,” said Reed.",
  "WASHINGTON|Former mayor Ana Ruiz left.",
])("%s", (marked) => {
  expect(datelineEnd(marked.replace("|", ""), 0)).toBe(marked.indexOf("|"))
})

test.each([
  "US President Ana Ruiz left.",
  "U.S. President Ana Ruiz left.",
  "AULE Director Ana Ruiz left.",
  "FBT-led talks failed.",
  "MODERATOR: Good morning.",
  "THE MAYOR SAID NO",
  "TORVIK Director Ana Ruiz left. TORVIK is a union.",
  "Torvik (AP) — The mayor left.",
])("no dateline: %s", (text) => {
  expect(datelineEnd(text, 0)).toBe(0)
})
