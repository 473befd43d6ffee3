import type { ConsolePage } from "./console-page"

/** The sentence beside the next step: where the meeting is, and what pressing does. */
export function sayOf({ step, open, item, votes, mayRecord, closed }: ConsolePage): string {
  switch (step.kind) {
    case "openCheckIn":
      return "代表到了就可以开始签到。"
    case "start":
      return "人到齐了就宣布开会。"
    case "resume":
      return "人到齐了就继续开会。"
    case "openRound":
      return "充分讨论以后，选好怎么表决再开始。"
    case "endVoting":
      return open && open.notVoted.length > 0
        ? `还有${open.notVoted.length}人未投。停止以后收票，读票以前还可以接着投。`
        : "都投了。停止以后收票、读票。"
    case "countPapers":
      return "纸票收齐，两个人各读一遍，才能计票。"
    case "countHands":
      return "请两位计票人分别数，数得一样才能计票。"
    case "closeRound":
      return open && open.notVoted.length > 0
        ? `还有${open.notVoted.length}人未投。点右边先核对，不会马上结束。`
        : "点右边先核对，不会马上结束。"
    case "annulLost":
      return "打开无记名票的钥匙不在了，这一轮只能作废重投。"
    case "castingVote":
      return "赞成与反对票数相同。按议事规则由主持人定夺，定夺以后再公布。"
    case "answerChallenge":
      return "有异议还没有答复。写好答复，再公布结果。"
    case "proclaim":
      return closed && closed.challenges.length > 0
        ? "异议都已答复。公布以后不能改。"
        : "请先问一声：对计票有没有异议。没有的就公布，公布以后不能改。"
    case "waitForMotion":
      return mayRecord ? "写好要表决的事项，就可以开始表决。" : "记录人写好要表决的事项，这里就会出现。"
    case "goOn":
      return "大屏还显示着结果。看清了就接着议下一件。"
    case "nextItem":
      if (item?.handling === "report") return "通报完了就进入下一项。"
      if (item?.handling === "consult") return "听完意见就进入下一项。"
      return votes ? "本项已议决。" : "商定的事项由记录人记下，再进入下一项。"
    case "end":
      return "议程都办完了。"
    case "minutes":
      return "会议已散会。"
    case "nothing":
      return "现在没有要办的。"
  }
}
