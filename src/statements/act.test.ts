import { expect, test } from "vitest"
import { actOf } from "./act.js"

test.each([
  ["said", "it was late", "say"],
  ["went on to say", "it was late", "say"],
  ["according to", "the harbour would close", "say"],
  ["recalled", "telling Reed", "say"],
  ["asked", "if the harbour would close", "ask"],
  ["wanted to know", "who had left", "ask"],
  ["asked", "the board to resign", "demand"],
  ["called for", "a second vote", "demand"],
  ["urged", "Reed to go", "demand"],
  ["reached out", "for comment", "demand"],
  ["denied", "the mill was his", "deny"],
  ["rejected", "the claim", "deny"],
  ["rejected", "an offer of help", "refuse"],
  ["would not rule out", "a second vote", "deny"],
  ["declined", "to comment", "refuse"],
  ["did not respond", "to a request for comment", "refuse"],
  ["could not be reached", "for comment", "refuse"],
  ["turned down", "the post", "refuse"],
  ["vowed", "to rebuild", "promise"],
  ["her promise", "to rebuild", "promise"],
  ["accused", "Reed of lying", "accuse"],
  ["denies", "the theft", "deny"],
  ["believes", "the mill will close", "think"],
  ["is expected", "to win", "think"],
  ["hoping", "for rain", "hope"],
  ["looks forward to", "the vote", "hope"],
  ["wants", "a vote", "want"],
  ["planned", "to leave", "intend"],
  ["fears", "a flood", "feel"],
  ["was happy with", "the vote", "feel"],
  ["expressed great happiness with", "the vote", "say"],
  ["criticised", "the plan", "accuse"],
  ["", "“We will go,”", "say"],
  ["glorped", "that it rained", "say"],
] as const)("%s | %s", (cue, content, wanted) => {
  expect(actOf({ cue, content, question: false })).toBe(wanted)
})

test.each([
  ["praised", "the vote", undefined, "feel"],
  ["praised", "the vote as “brave”", undefined, "say"],
  ["praised", "the vote", 0.9, "say"],
  ["condemned", "the raid", 0.1, "feel"],
  ["condemned", "the raid", 0.9, "accuse"],
  ["glorped", "the vote", 0.2, "think"],
  ["said", "it was late", 0.1, "say"],
] as const)("%s | %s, speech %s", (cue, content, speech, wanted) => {
  expect(actOf({ cue, content, question: false, ...(speech !== undefined && { speech }) })).toBe(wanted)
})

test.each([
  ["called", " on the board to resign", "on the board to resign", "demand"],
  ["called", " for a second vote", "for a second vote", "demand"],
  ["called", " on Monday to say", "no", "say"],
  ["called", " the plan reckless", "reckless", "say"],
] as const)("%s|%s", (cue, after, content, wanted) => {
  expect(actOf({ cue, content, after, question: false })).toBe(wanted)
})

test("who is asked to do something is asked no question", () => {
  expect(actOf({ cue: "asked", content: "to put a question to Reed", question: true })).toBe("demand")
  expect(actOf({ cue: "asked", content: "to what end it was built", question: true })).toBe("ask")
})

test("a question without a cue asks", () => {
  expect(actOf({ cue: "", content: "“Will you go?”", question: true })).toBe("ask")
})
