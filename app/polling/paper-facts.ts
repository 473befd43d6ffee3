import type { PaperRegisterFacts } from "#templates/paper-register"
import type { PollBallot, PollBallotsFacts } from "#templates/poll-ballots"
import { wholeTitle } from "./page-words"
import type { PapersView, RollView } from "./roll-views"

const headings = { owners: "表决票", consent: "征求意见票", election: "选票" } as const

/** What the page of the papers says, as their sheet says it, with the wording it is about. */
export function ballotsFacts(view: PapersView, { wording }: { wording: string }): PollBallotsFacts {
  const { kind, allowsProxy } = view
  const isElection = kind === "election"
  return {
    issuer: view.office,
    number: view.number,
    title: view.title,
    heading: headings[kind],
    scope: view.scope,
    contentHead: isElection ? "说明" : "表决事项",
    content: view.question,
    wording,
    voterHead: isElection ? "" : kind === "owners" ? "业主" : "征求意见的人",
    choices: view.choices,
    hasOptions: isElection,
    instructions: instructionsOf(view),
    handIn: isElection
      ? `${view.closesOn}截止，填好以后投进票箱。`
      : `${view.closesOn}以前（含当日）交到${view.office}${view.phone ? `，电话${view.phone}` : ""}。`,
    signed: !isElection,
    allowsProxy,
    // Unnamed papers are all alike: one is printed, and copied.
    papers: isElection ? [unnamed] : view.papers.map(paper => ballotOf(paper)),
  }
}

const unnamed: PollBallot = { serial: "", name: "", units: "", area: "", weight: "" }

const ballotOf = ({ ordinal, name, units, area }: PapersView["papers"][number]): PollBallot => ({
  serial: `第${ordinal}号`,
  name,
  units,
  area,
  weight: area ? `人数按1人计，面积按${area}计` : "1票",
})

function instructionsOf({ kind, seats, allowsProxy }: PapersView): string[] {
  if (kind === "election")
    return [
      `在同意的人前面的方框里打“○”，最多选${seats}人。都不同意的，只在“均不同意”前打“○”。`,
      "选得比名额多的、看不清的、另加记号的，是无效票。弃权不是无效票。",
      "在写票处填，不要让别人看见；票上不写姓名。",
    ]
  return [
    "在一个方框里打“○”，只选一项。",
    "没有签名的、选了两项的、改得看不清的，是无效票。弃权不是无效票。",
    `共有人一起只有这一张票，商量好再填。${allowsProxy ? "请人代填的，代理人签名，并附委托书。" : "只能本人填写，不能委托。"}`,
  ]
}

/** 发放回收登记: paper by paper, where it went and whether it came back; never what it says. */
export function registerFacts(
  view: RollView,
  { community, question }: { community: string; question: string },
): PaperRegisterFacts {
  const { isElection, countsArea, proxies, counts } = view
  return {
    community,
    issuer: `${community}居民委员会`,
    meetingHead: "表决",
    meeting: wholeTitle(view),
    matterHead: "收票",
    matter: view.span,
    method: isElection ? "无记名投票" : "记名投票",
    content: question || view.title,
    serialHead: isElection ? "序号" : "票号",
    voterHead: isElection ? "姓名" : "业主",
    hasUnits: true,
    hasArea: countsArea,
    rows: view.rows.map(row => ({
      serial: row.ordinal,
      voter: row.name,
      units: row.units,
      area: row.area.replace("平方米", ""),
      delivery: row.means,
      receiver: row.to,
      issuedBy: row.by,
      time: row.delivered,
      returned: row.returned,
    })),
    balance: `共${counts.all}张${countsArea ? `，面积共${view.wholeArea}` : ""}；没有送达的${counts.undelivered}张${isElection ? "" : `，没有收回的${counts.missing}张`}。`,
    note: isElection
      ? `选票没有编号和姓名，收回先后不作登记。${proxies.length > 0 ? `受委托代领的${proxies.length}人。` : ""}`
      : "",
  }
}
