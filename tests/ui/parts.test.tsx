import { encode } from "uqr"
import { expect, test } from "vitest"
import { renderPart, tagWith, wordsOf } from "#tests/ui/render-part"
import { Answers } from "~/ui/Answers"
import { Bar } from "~/ui/Bar"
import { Choices, PickedChoice } from "~/ui/Choice"
import { Done } from "~/ui/Done"
import { Fraction } from "~/ui/Fraction"
import { Checks, Lamp } from "~/ui/Lamp"
import { Letterhead } from "~/ui/Letterhead"
import { Page } from "~/ui/Page"
import { Pager } from "~/ui/Pager"
import { QrCode } from "~/ui/QrCode"
import { Receipt } from "~/ui/Receipt"
import { Steps } from "~/ui/Steps"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

test("the three choices have the same markup but for their mark and word, and none is chosen", () => {
  const markup = renderPart(<Choices />)
  const buttons = [...markup.matchAll(/<button.*?<\/button>/g)].map(match => match[0])
  expect(buttons.map(wordsOf)).toEqual(["赞成", "反对", "弃权"])
  const bare = buttons.map(button =>
    button
      .replace(/<svg.*?<\/svg>/, "")
      .replace(/赞成|反对|弃权/, "")
      .replace(/abstain|against|for/g, "choice"),
  )
  expect(new Set(bare).size).toBe(1)
  expect(markup).not.toMatch(/checked|selected|autofocus|aria-pressed|picked/i)
})

test("as links the three choices lead to their own check page", () => {
  const markup = renderPart(<Choices to={choice => `/check/${choice}`} />)
  expect([...markup.matchAll(/href="([^"]+)"/g)].map(match => match[1])).toEqual([
    "/check/for",
    "/check/against",
    "/check/abstain",
  ])
})

test("a picked choice cannot be pressed again", () => {
  expect(renderPart(<PickedChoice choice="against" />)).not.toMatch(/<button|<a /)
})

test.each([
  [true, "达到"],
  [false, "未达到"],
])("a lamp that is met (%s) says so in words", (met, words) => {
  expect(wordsOf(renderPart(<Lamp met={met} detail="12 / 15，须10人" />))).toBe(`${words}12 / 15，须10人`)
})

test("a missed threshold is told with numerator, denominator and what is lacking", () => {
  const bar = { have: 863920, whole: 1296000, threshold: [2, 3] as const }
  const markup = renderPart(<Fraction have="8,639.20" of="12,960.00" met={false} need="差0.80" bar={bar} />)
  expect(wordsOf(markup)).toBe("8,639.20/ 12,960.00未达到，差0.80")
})

test("a bar one short of its threshold ends before the line", () => {
  const markup = renderPart(<Bar have={95} whole={144} threshold={[2, 3]} />)
  const width = Number(/class="fill" width="(\d+)"/.exec(markup)?.[1])
  const line = Number(/x="(\d+)"/.exec(markup)?.[1])
  expect(width).toBeLessThan(line)
})

test("a bar of nothing is empty", () => {
  expect(renderPart(<Bar have={0} whole={0} />)).toContain('class="fill" width="0"')
})

test("a check that must be mended says so to those who do not see the light", () => {
  expect(wordsOf(renderPart(<Checks items={[{ key: "venue", state: "mend", title: "地点撞期" }]} />))).toBe(
    "要处理：地点撞期",
  )
})

test("the switch of scale and the way out are forms that need no script", () => {
  const markup = renderPart(
    <Letterhead community="振兴社区" home="/" back="/c/1/issues?state=open" person={{ name: "甲一" }} nav={[]} />,
  )
  expect(tagWith(markup, 'action="/scale"')).toContain('method="post"')
  expect(tagWith(markup, 'name="back"')).toContain('value="/c/1/issues?state=open"')
  expect(tagWith(markup, 'name="scale"')).toContain('value="elder"')
  expect(tagWith(markup, 'action="/sign-out"')).toContain('method="post"')
})

test("in 长辈版 the switch leads back, and a stranger has nothing to sign out of", () => {
  const markup = renderPart(<Letterhead home="/" back="/" elder />)
  expect(tagWith(markup, 'name="scale"')).toContain('value="standard"')
  expect(markup).not.toContain("/sign-out")
})

test("the skip link leads to the main part of the page", () => {
  const markup = renderPart(
    <>
      <Letterhead home="/" back="/" />
      <Page title="问题台账" />
    </>,
  )
  expect(tagWith(markup, 'class="skip"')).toContain('href="#main"')
  expect(tagWith(markup, "<main")).toContain('id="main"')
})

test("a folded table names each value by its column", () => {
  const markup = renderPart(
    <Table caption="在办的问题" columns={[{ label: "事项" }, { label: "附议", numeric: true }]}>
      <Row>
        <RowHead to="/issues/87">污水主管下沉</RowHead>
        <Cell label="附议" numeric>
          22
        </Cell>
      </Row>
    </Table>,
  )
  expect(tagWith(markup, "<td")).toContain('data-th="附议"')
  expect(tagWith(markup, '<th scope="row"')).toBeDefined()
  expect(wordsOf(markup)).toContain("在办的问题")
})

test("the present step is marked for readers, and each step says whether it is done", () => {
  const markup = renderPart(
    <Steps
      items={[
        { label: "受理", state: "done" },
        { label: "会议", state: "now" },
        { label: "答复", state: "todo" },
      ]}
    />,
  )
  expect(wordsOf(markup)).toBe("受理，已完成会议，现在答复，还没到")
  expect(markup.match(/aria-current="step"/g)).toHaveLength(1)
})

test("each answer that can be changed says which one its link changes", () => {
  const markup = renderPart(<Answers items={[{ label: "时间", value: "11月25日", change: "/edit#field-heldOn" }]} />)
  expect(wordsOf(markup)).toBe("时间11月25日改时间")
})

test("a receipt is written in groups of three", () => {
  expect(wordsOf(renderPart(<Receipt code="738402" />))).toBe("回执号738 402")
})

test("what waits for the network is announced as a state, and what is done is the page's heading", () => {
  expect(tagWith(renderPart(<Done whole waiting title="已保存，等待送达" />), "<div")).toContain('role="status"')
  expect(renderPart(<Done whole title="已收到您的一票" />)).toContain("<h1>已收到您的一票</h1>")
})

test("the first page has no way back and the last none on", () => {
  const markup = renderPart(<Pager from={1} to={8} total={8} />)
  expect(wordsOf(markup)).toBe("第1至8条，共8条")
  expect(markup).not.toContain("<a ")
})

test("the drawn code has a dark module exactly where the encoder put one", () => {
  const text = "https://example.org/c/1/check-in/甲一"
  const markup = renderPart(<QrCode text={text} label="扫码签到" />)
  const { data } = encode(text, { ecc: "M", border: 4 })
  const drawn = data.map(row => row.map(() => false))
  for (const [, x, y, length] of markup.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
    drawn[Number(y)]?.fill(true, Number(x), Number(x) + Number(length))
  }
  expect(drawn).toEqual(data)
  expect(tagWith(markup, "<svg")).toContain('aria-label="扫码签到"')
})

test("no part carries an inline style, which the page's policy would refuse", () => {
  const markup = renderPart(
    <>
      <Choices />
      <Bar have={1} whole={2} />
      <Lamp met />
      <QrCode text="a" label="b" />
    </>,
  )
  expect(markup).not.toContain("style=")
})
