import { expect, test } from "vitest"
import { type Answer, answerOf, createBallotBox, type Keeping, pauseAfter, type WaitingBallot } from "~/web/ballot-box"
import { newDigits, newRequestKey } from "~/web/random-text"

const aKeeping = (text: string | null = null): Keeping & { text: () => string | null } => {
  let kept = text
  return {
    read: () => kept,
    write: next => {
      kept = next
    },
    text: () => kept,
  }
}

const aBallot = (overrides: Partial<WaitingBallot> = {}): WaitingBallot => ({
  key: "key-of-this-ballot-1",
  to: "/c/zhenxing/m/1/vote/2/cast",
  fields: { choice: "against", voterId: "3" },
  donePage: "/c/zhenxing/m/1/vote/2/done",
  about: { item: "第2项", subject: "活动室改造", person: "丙三" },
  savedAt: 0,
  ...overrides,
})

const received: Answer = { kind: "received" }
const notNow: Answer = { kind: "notNow" }

/** A line that gives these answers in turn, and says what was sent; then it hangs. */
function aLine(...answers: Answer[]) {
  const sent: string[] = []
  const send = (ballot: WaitingBallot) => {
    sent.push(`${ballot.key} ${ballot.fields.choice}`)
    const answer = answers[sent.length - 1]
    return answer ? Promise.resolve(answer) : new Promise<Answer>(() => {})
  }
  return { sent, send }
}

const atOnce = () => Promise.resolve()
const settled = () => new Promise(done => setImmediate(done))

test("a ballot is put aside before it is sent", () => {
  const keeping = aKeeping()
  let keptAtSending: string | null = null
  const send = () => {
    keptAtSending = keeping.text()
    return new Promise<Answer>(() => {})
  }
  createBallotBox(keeping, send, atOnce).put(aBallot())
  expect(keptAtSending).toContain("key-of-this-ballot-1")
})

test("it is sent with the same key until it was received, then wiped", async () => {
  const keeping = aKeeping()
  const line = aLine(notNow, notNow, received)
  const box = createBallotBox(keeping, line.send, atOnce)
  box.put(aBallot())
  await settled()
  expect(line.sent).toEqual(Array(3).fill("key-of-this-ballot-1 against"))
  expect(keeping.text()).toBeNull()
  expect(box.view()).toMatchObject({ ballots: [], received: { fields: {} }, lastHadToWait: true })
})

test("a browser that was closed meanwhile goes on with it", async () => {
  const keeping = aKeeping()
  createBallotBox(keeping, aLine().send, atOnce).put(aBallot())
  const line = aLine(received)
  const box = createBallotBox(keeping, line.send, atOnce)
  expect(box.view().ballots).toHaveLength(1)
  box.goOn()
  await settled()
  expect(line.sent).toEqual(["key-of-this-ballot-1 against"])
  expect(box.view().lastHadToWait).toBe(true)
  expect(keeping.text()).toBeNull()
})

test("the button pressed twice is one ballot", async () => {
  const line = aLine(notNow, received)
  const box = createBallotBox(aKeeping(), line.send, atOnce)
  box.put(aBallot())
  box.put(aBallot({ key: "another-key-of-the-same", fields: { choice: "for", voterId: "3" } }))
  await settled()
  expect(new Set(line.sent)).toEqual(new Set(["key-of-this-ballot-1 against"]))
})

test("one's own ballot and that of whom one stands for go one after the other", async () => {
  const line = aLine(received, received)
  const box = createBallotBox(aKeeping(), line.send, atOnce)
  box.put(aBallot())
  const to = "/c/zhenxing/m/1/vote/2/cast?for=4"
  box.put(aBallot({ key: "key-for-the-principal", to, fields: { choice: "for", voterId: "3" } }))
  await settled()
  expect(line.sent).toEqual(["key-of-this-ballot-1 against", "key-for-the-principal for"])
})

test("a refusal is kept until it was read, and what was chosen is not", async () => {
  const keeping = aKeeping()
  const box = createBallotBox(keeping, aLine({ kind: "refused", sentence: "表决已经结束" }).send, atOnce)
  box.put(aBallot())
  await settled()
  expect(box.view().ballots).toMatchObject([{ refusal: "表决已经结束", fields: {} }])
  expect(keeping.text()).not.toContain("against")
  box.forget("key-of-this-ballot-1")
  expect(keeping.text()).toBeNull()
})

test("without its seat it waits for its holder to check in again", async () => {
  const paused: (() => void)[] = []
  const line = aLine({ kind: "needsSeat" }, received)
  const box = createBallotBox(aKeeping(), line.send, () => new Promise(go => paused.push(() => go())))
  box.put(aBallot())
  await settled()
  expect(box.view().ballots).toMatchObject([{ needsSeat: true, fields: { choice: "against" } }])
  paused[0]!()
  await settled()
  expect(box.view().ballots).toEqual([])
})

test("what was brought in by another page of the browser is not asked about again", async () => {
  const keeping = aKeeping()
  const asked: ((answer: Answer) => void)[] = []
  const box = createBallotBox(keeping, () => new Promise(answer => asked.push(answer)), atOnce)
  box.put(aBallot())
  keeping.write(null)
  box.readAgain()
  asked[0]!(notNow)
  await settled()
  expect(box.view()).toMatchObject({ ballots: [], received: null })
})

test("only what the server says of the ballot settles it", () => {
  expect(answerOf(200, { received: true })).toEqual(received)
  for (const status of [500, 502, 503, 507, 429]) expect(answerOf(status, { sentence: "磁盘满了" })).toEqual(notNow)
  // A page of somebody else's network, in the place of the answer.
  expect(answerOf(200, null)).toEqual(notNow)
  expect(answerOf(400, { code: "round_closed", sentence: "表决已经结束" })).toEqual({
    kind: "refused",
    sentence: "表决已经结束",
  })
  expect(answerOf(400, { code: "not_seated", sentence: "没有签到" })).toEqual({ kind: "needsSeat" })
  expect(answerOf(403, null)).toMatchObject({ kind: "refused" })
})

test("it tries more and more seldom, and never rests for long", () => {
  expect([1, 2, 3, 4, 5, 12].map(pauseAfter)).toEqual([1000, 2000, 4000, 8000, 10_000, 10_000])
})

test("what nobody wrote is no ballot", () => {
  for (const text of ["", "{", "null", '{"key":1}', '[null,1,{"key":"a"}]'])
    expect(createBallotBox(aKeeping(text), aLine().send, atOnce).view().ballots).toEqual([])
})

test("keys and codes are made by chance", () => {
  const keys = new Set(Array.from({ length: 100 }, newRequestKey))
  expect(keys.size).toBe(100)
  for (const key of keys) expect(key).toMatch(/^[0-9a-f]{32}$/)
  const codes = new Set(Array.from({ length: 100 }, () => newDigits(8)))
  expect(codes.size).toBeGreaterThan(98)
  for (const code of codes) expect(code).toMatch(/^\d{8}$/)
})
