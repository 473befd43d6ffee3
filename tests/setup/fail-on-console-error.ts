import { afterEach, beforeEach, expect, vi } from "vitest"

/** A warning nobody reads is a fault nobody mends: whatever is written to console.error fails the test. */
let said: unknown[][] = []
beforeEach(() => {
  said = []
  vi.spyOn(console, "error").mockImplementation((...words) => {
    said.push(words)
  })
})
afterEach(() => {
  expect(said, "console.error was called").toEqual([])
  vi.restoreAllMocks()
})
