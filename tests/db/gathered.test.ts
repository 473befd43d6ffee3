import { expect, test, vi } from "vitest"
import { gatheredRead } from "#db/gathered"

/** A thing that changes, a place to read it from, and how often it was read. */
function aChangingThing() {
  const thing = { value: "first", reads: 0 }
  const source = {}
  const read = gatheredRead(async (_: object, ...key: string[]) => {
    thing.reads += 1
    return `${key.join("/")} ${thing.value}`
  })
  return { thing, source, read }
}

test("those who ask in one turn share one read", async () => {
  const { thing, source, read } = aChangingThing()
  const answers = await Promise.all(Array.from({ length: 200 }, () => read(source, "meeting")))
  expect(new Set(answers)).toEqual(new Set(["meeting first"]))
  expect(thing.reads).toBe(1)
})

test("nobody is told anything older than the own question", async () => {
  const { thing, source, read } = aChangingThing()
  const before = read(source, "meeting")
  thing.value = "changed before the second asked"
  const after = read(source, "meeting")
  expect(await after).toBe("meeting changed before the second asked")
  // The first may be told something newer, never something older.
  expect(await before).toBe("meeting changed before the second asked")
})

test("nobody joins a read that has begun", async () => {
  const thing = { value: "old" }
  const begun: (() => void)[] = []
  const read = gatheredRead(async (_: object) => {
    const seen = thing.value
    await new Promise<void>(finish => begun.push(finish))
    return seen
  })
  const source = {}
  const early = read(source)
  await vi.waitFor(() => expect(begun).toHaveLength(1))
  thing.value = "new"
  const late = read(source)
  await vi.waitFor(() => expect(begun).toHaveLength(2))
  for (const finish of begun) finish()
  expect(await early).toBe("old")
  expect(await late).toBe("new")
})

test("other keys and other databases are read for themselves", async () => {
  const { thing, source, read } = aChangingThing()
  const asked = [read(source, "a", "b"), read(source, "a,b"), read(source, "ab"), read({}, "ab")]
  expect(await Promise.all(asked)).toEqual(["a/b first", "a,b first", "ab first", "ab first"])
  expect(thing.reads).toBe(4)
})

test("a read that fails has failed for all who waited, and for nobody after them", async () => {
  let attempt = 0
  const read = gatheredRead(async (_: object) => {
    attempt += 1
    if (attempt === 1) throw new Error("the line to the database is cut")
    return "read"
  })
  const source = {}
  const outcomes = await Promise.allSettled([read(source), read(source)])
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"])
  expect(await read(source)).toBe("read")
})
