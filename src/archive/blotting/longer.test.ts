import { expect, test } from "vitest"
import { bearerOf } from "./longer.js"

test.each([
  ["person", "Vera Tonk"],
  ["organisation", "President Vera Tonk"],
  ["person", "Brussels-based Frenchman Vera Tonk"],
  ["person", "DORN Vera Tonk"],
  ["person", "Dorn Mayor Vera Tonk"],
  ["person", "radio host Vera Tonk"],
  ["organisation", "Minister of Defence Vera Tonk"],
  ["organisation", "House Speaker Vera Tonk"],
  ["person", "a man named Vera Tonk"],
  ["person", "Vera Tonk of Dorn"],
  ["person", "Vera Tonk MP"],
  ["person", "Vera Tonk, the mayor of Dorn"],
] as const)("a %s, %s, is Vera Tonk", (kind, name) => {
  expect(bearerOf({ kind, name }, "Vera Tonk")).toBe("one")
})

test.each([
  ["person", "Vera Tonk-Kemp"],
  ["person", "Vera Tonk Dace"],
  ["person", "Vera Tonk de Lind"],
  ["person", "Vera Tonk, Jr."],
  ["organisation", "the Vera Tonk Foundation"],
  ["organisation", "Dorn Foundation for Vera Tonk"],
  ["organisation", "Vera Tonk & Sons"],
] as const)("a %s, %s, is somebody else", (kind, name) => {
  expect(bearerOf({ kind, name }, "Vera Tonk")).toBe("other")
})

test.each([
  ["organisation", "Friends of Vera Tonk"],
  ["person", "a spokesman for Mayor Vera Tonk"],
  ["person", "Ida Roe, President Vera Tonk"],
  ["person", "wife of President Vera Tonk"],
  ["person", "Vera Tonk and Ida Roe"],
  ["person", "ANNA VERA TONK"],
] as const)("a %s, %s, is called by her name", (kind, name) => {
  expect(bearerOf({ kind, name }, "Vera Tonk")).toBe("beside")
})
