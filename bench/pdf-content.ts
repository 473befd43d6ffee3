import type { LedgerFacts } from "#templates/ledger"
import type { MinutesFacts } from "#templates/minutes"
import type { Printing } from "#templates/printing"
import { fullMinutes } from "#tests/templates/samples"

/** A document as every engine is handed it: its own words for ours, plain blocks for the others. */
export type Content = { template: string; facts: object; printing: Printing; landscape: boolean; blocks: PlainBlock[] }

export type PlainBlock =
  | { kind: "title" | "heading" | "paragraph"; text: string }
  | { kind: "table"; head: string[]; widths: number[]; rows: string[][] }

const printing: Printing = {
  verifyUrl: null,
  factsHash: "8c1d0f2ab34e55670f9e8d7c6b5a49382716f5e4d3c2b1a09887766554433221",
  date: "2026-03-06",
}

/** Minutes of three pages: two items with their votes, and who was there. */
export function minutesContent(): Content {
  const [first, second] = fullMinutes.agenda
  const facts: MinutesFacts = { ...fullMinutes, brief: true, agenda: [first!, { ...second!, discussion: [] }] }
  return { template: "minutes", facts, printing, landscape: false, blocks: blocksOf(facts) }
}

/** The same words in the same order as ours prints them, without what only ours draws: rules, code, places to sign. */
function blocksOf(facts: MinutesFacts): PlainBlock[] {
  const paragraph = (text: string): PlainBlock => ({ kind: "paragraph", text })
  const people = (label: string, groups: MinutesFacts["present"]) =>
    paragraph(`${label}：${groups.flatMap(group => group.people.map(one => one.name)).join("、")}`)
  return [
    { kind: "title", text: facts.name },
    paragraph(facts.number),
    { kind: "title", text: facts.title.replaceAll("\n", "") },
    ...[`时间：${facts.time}`, `地点：${facts.venue}`, `主持：${facts.chair}`, `记录：${facts.recorder}`].map(
      paragraph,
    ),
    paragraph(
      `会议应到${facts.quorum.entitled}人，实到${facts.quorum.present}人，依据${facts.quorum.basis}，会议有效。`,
    ),
    ...facts.agenda.flatMap((item, index): PlainBlock[] => [
      { kind: "heading", text: `${"一二三四"[index]}、${item.heading}` },
      ...item.discussion.map(paragraph),
      ...item.motions.flatMap((motion): PlainBlock[] => [
        paragraph(motion.text),
        paragraph(`采用${motion.method}方式，结果如下：`),
        {
          kind: "table",
          head: motion.figures.map(one => one.label),
          widths: motion.figures.map(() => 1),
          rows: [motion.figures.map(one => String(one.count))],
        },
        {
          kind: "table",
          head: ["项目", "数目", "要求", "结果"],
          widths: [3, 2, 2, 2],
          rows: motion.lights.map(light => [
            light.label,
            `${light.numerator}/${light.denominator}`,
            light.bar,
            light.met ? "达到" : "未达到",
          ]),
        },
        paragraph(motion.outcome),
      ]),
      ...item.decisions.map((one, row) =>
        paragraph(`${row + 1}. ${one.content}。责任单位（人）：${one.responsible}；完成时限：${one.due}。`),
      ),
      ...item.dissent.map(paragraph),
    ]),
    ...facts.closing.map(paragraph),
    people("出席", facts.present),
    people("请假", facts.excused),
    people("缺席", facts.absent),
    people("列席", facts.observers),
  ]
}

const columns = [
  ["编号", 4],
  ["渠道", 2],
  ["时间", 3],
  ["网格", 2],
  ["内容", 8],
  ["状态", 2],
  ["时限", 3],
  ["答复", 6],
] as const

/** A year's issues of a large community: about two hundred pages. */
export function ledgerContent(rowCount: number): Content {
  const rows = Array.from({ length: rowCount }, (_, index) => [
    `振社问〔2026〕${index + 1}号`,
    ["网格员上报", "居民来访", "公示栏留言", "热线转办"][index % 4]!,
    `2026年${(index % 12) + 1}月${(index % 28) + 1}日`,
    `银杏家园${(index % 9) + 1}网格`,
    `${(index % 30) + 1}栋${(index % 4) + 1}单元楼道的感应灯不亮，${index % 3 === 0 ? "老人夜里下楼看不清台阶，希望尽快修好。" : "已经一个多星期了。"}`,
    ["已答复", "办理中", "已受理"][index % 3]!,
    `2026年${(index % 12) + 1}月${(index % 20) + 8}日`,
    index % 3 === 0 ? "物业已更换灯泡并检查了整栋楼的线路，请居民试用后评价。" : "",
  ])
  return {
    template: "ledger",
    facts: ledgerFacts(rows),
    printing,
    landscape: true,
    blocks: [
      { kind: "title", text: "振兴社区2026年问题清单" },
      {
        kind: "table",
        head: columns.map(([label]) => label),
        widths: columns.map(([, width]) => width),
        rows,
      },
    ],
  }
}

const ledgerFacts = (rows: string[][]): LedgerFacts => ({
  community: "振兴社区",
  issuer: "振兴社区居民委员会",
  title: "振兴社区2026年问题清单",
  period: "2026年1月1日至2026年12月31日",
  asOf: "2026年12月31日",
  columns: columns.map(([name, width]) => ({ name, width, kind: "text" })),
  rows,
  totals: [`共${rows.length}件`],
})
