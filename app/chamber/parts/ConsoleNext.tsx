import type { ReactNode } from "react"
import { Form, href } from "react-router"
import type { ConsolePage } from "~/chamber/console-page"
import { Button, ButtonLink } from "~/ui/Button"
import { fieldId } from "~/ui/form-view"

type Params = { community: string; meetingId: string }

/** The bottom line: left what destroys, then a sentence, right the next step, always the largest. */
export function ConsoleNext({ page, params }: { page: ConsolePage; params: Params }): {
  undo?: ReactNode
  say?: ReactNode
  next: ReactNode
} {
  const roundId = page.open?.roundId ?? page.closed?.roundId
  return {
    undo: roundId ? (
      <ButtonLink to={href("/c/:community/meetings/:meetingId/console/annul/:roundId", { ...params, roundId })}>
        作废本轮
      </ButtonLink>
    ) : page.mayEnd && page.step.kind !== "end" ? (
      <ButtonLink to={href("/c/:community/meetings/:meetingId/console/end", params)}>散会</ButtonLink>
    ) : undefined,
    say: page.hindrance ?? sayOf(page),
    next: <Next page={page} params={params} />,
  }
}

function sayOf({ step, open, item, votes, mayRecord }: ConsolePage): string {
  switch (step.kind) {
    case "openCheckIn":
      return "代表到了就可以开始签到。"
    case "start":
      return "人到齐了就宣布开会。"
    case "resume":
      return "人到齐了就继续开会。"
    case "openRound":
      return "充分讨论以后再开始表决。"
    case "closeRound":
      return open && open.notVoted.length > 0
        ? `还有${open.notVoted.length}人未投。点右边先核对，不会马上结束。`
        : "都投了。点右边先核对，不会马上结束。"
    case "annulLost":
      return "打开无记名票的钥匙不在了，这一轮只能作废重投。"
    case "castingVote":
      return "赞成与反对票数相同。按议事规则由主持人定夺，定夺以后再公布。"
    case "proclaim":
      return "看清结果，再向全场公布。公布以后不能改。"
    case "waitForMotion":
      return mayRecord ? "写好要表决的事项，就可以开始表决。" : "记录人写好要表决的事项，这里就会出现。"
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

function Next({ page, params }: { page: ConsolePage; params: Params }) {
  const { step } = page
  switch (step.kind) {
    case "openCheckIn":
      return <Press intent="openCheckIn">开始签到</Press>
    case "start":
      return <Press intent="start">宣布开会</Press>
    case "resume":
      return <Press intent="resume">继续开会</Press>
    case "openRound":
      return <OpenRound step={step} secretMinimum={page.secretMinimum} />
    case "closeRound":
      return (
        <ButtonLink
          kind="big"
          to={href("/c/:community/meetings/:meetingId/console/close/:roundId", { ...params, roundId: step.roundId })}
        >
          结束表决，计票
        </ButtonLink>
      )
    case "annulLost":
      return (
        <ButtonLink
          kind="big"
          to={href("/c/:community/meetings/:meetingId/console/annul/:roundId", { ...params, roundId: step.roundId })}
        >
          作废本轮
        </ButtonLink>
      )
    case "castingVote":
      return (
        <ButtonLink
          kind="big"
          to={href("/c/:community/meetings/:meetingId/console/decide/:roundId", { ...params, roundId: step.roundId })}
        >
          主持人定夺
        </ButtonLink>
      )
    case "proclaim":
      return (
        <Press intent="proclaim" roundId={step.roundId}>
          公布结果
        </Press>
      )
    case "nextItem":
      return (
        <ButtonLink
          kind="big"
          to={`${href("/c/:community/meetings/:meetingId/console", params)}?item=${step.agendaItemId}`}
        >
          下一项
        </ButtonLink>
      )
    case "end":
      return (
        <ButtonLink kind="big" to={href("/c/:community/meetings/:meetingId/console/end", params)}>
          散会
        </ButtonLink>
      )
    case "minutes":
      return (
        <ButtonLink kind="big" to={href("/c/:community/records/:meetingId/minutes", params)}>
          去看纪要
        </ButtonLink>
      )
    case "waitForMotion":
    case "nothing":
      if (!page.mayRecord)
        return (
          <ButtonLink kind="big" to={`${href("/c/:community/meetings/:meetingId/console", params)}${itemQuery(page)}`}>
            看看写好没有
          </ButtonLink>
        )
      return (
        <ButtonLink kind="big" to={`${href("/c/:community/meetings/:meetingId/record", params)}${itemQuery(page)}`}>
          去记录台
        </ButtonLink>
      )
  }
}

const itemQuery = ({ item }: ConsolePage) => (item ? `?item=${item.agendaItemId}` : "")

function Press({ intent, roundId, children }: { intent: string; roundId?: string; children: ReactNode }) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      {roundId ? <input type="hidden" name="roundId" value={roundId} /> : null}
      <Button kind="big">{children}</Button>
    </Form>
  )
}

/** Named or secret is chosen with every vote; nothing is chosen beforehand where both are possible. */
function OpenRound({
  step: { motionId, version, maySecret },
  secretMinimum,
}: {
  step: Extract<ConsolePage["step"], { kind: "openRound" }>
  secretMinimum: number
}) {
  return (
    <Form method="post" className="row con__open">
      <input type="hidden" name="intent" value="openRound" />
      <input type="hidden" name="motionId" value={motionId} />
      <input type="hidden" name="version" value={version} />
      <fieldset className="row">
        <legend className="vh">表决方式</legend>
        <label className="check">
          <input id={fieldId("manner")} type="radio" name="manner" value="named" defaultChecked={!maySecret} />
          <span>记名</span>
        </label>
        {maySecret ? (
          <label className="check">
            <input type="radio" name="manner" value="secret" />
            <span>无记名</span>
          </label>
        ) : (
          <span className="small soft">在场满{secretMinimum}人才能无记名</span>
        )}
      </fieldset>
      <Button kind="big">开始表决</Button>
    </Form>
  )
}
