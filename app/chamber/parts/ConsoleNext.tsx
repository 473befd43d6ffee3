import type { ReactNode } from "react"
import { Form, href } from "react-router"
import type { ConsolePage } from "~/chamber/console-page"
import { sayOf } from "~/chamber/console-words"
import { Button, ButtonLink } from "~/ui/Button"

type Params = { community: string; meetingId: string }
type NextProps = { page: ConsolePage; params: Params }

/** The forms in the middle of the console that the next step sends. */
export const formIds = { openRound: "how-to-vote", answer: "answer-challenge" } as const

/** The bottom line: left what destroys or goes back, then a sentence, right the next step, always the largest. */
export function ConsoleNext({ page, params }: NextProps): { undo?: ReactNode; say?: ReactNode; next: ReactNode } {
  return {
    undo: <Undo page={page} params={params} />,
    say: page.hindrance ?? sayOf(page),
    next: <Next page={page} params={params} />,
  }
}

function Undo({ page, params }: NextProps) {
  const roundId = page.open?.roundId ?? page.closed?.roundId
  if (roundId)
    return (
      <ButtonLink to={href("/c/:community/meetings/:meetingId/console/annul/:roundId", { ...params, roundId })}>
        作废本轮
      </ButtonLink>
    )
  return (
    <>
      {page.mayEnd && page.step.kind !== "end" ? (
        <ButtonLink to={href("/c/:community/meetings/:meetingId/console/end", params)}>散会</ButtonLink>
      ) : null}
      {page.back ? (
        <Form method="post">
          <input type="hidden" name="intent" value="moveToItem" />
          <Button name="agendaItemId" value={page.back}>
            回上一项
          </Button>
        </Form>
      ) : null}
    </>
  )
}

function Next({ page, params }: NextProps) {
  const { step } = page
  const to = "roundId" in step ? { ...params, roundId: step.roundId } : { ...params, roundId: "" }
  switch (step.kind) {
    case "openCheckIn":
      return <Press intent="openCheckIn">开始签到</Press>
    case "start":
      return <Press intent="start">宣布开会</Press>
    case "resume":
      return <Press intent="resume">继续开会</Press>
    case "openRound":
      return <Send form={formIds.openRound}>开始表决</Send>
    case "endVoting":
      return (
        <Press intent="endVoting" name="roundId" value={step.roundId}>
          停止投票，收票
        </Press>
      )
    case "countPapers":
      return <Go to={href("/c/:community/meetings/:meetingId/rounds/:roundId/papers", to)}>收票、读票</Go>
    case "countHands":
      return <Go to={href("/c/:community/meetings/:meetingId/rounds/:roundId/hands", to)}>登记举手人数</Go>
    case "closeRound":
      return <Go to={href("/c/:community/meetings/:meetingId/console/close/:roundId", to)}>结束表决，计票</Go>
    case "annulLost":
      return <Go to={href("/c/:community/meetings/:meetingId/console/annul/:roundId", to)}>作废本轮</Go>
    case "castingVote":
      return <Go to={href("/c/:community/meetings/:meetingId/console/decide/:roundId", to)}>主持人定夺</Go>
    case "answerChallenge":
      return <Send form={formIds.answer}>答复这条异议</Send>
    case "proclaim":
      return (
        <Press intent="proclaim" name="roundId" value={step.roundId}>
          公布结果
        </Press>
      )
    case "goOn":
      return (
        <Press intent="moveToItem" name="agendaItemId" value={step.agendaItemId}>
          接着议本项
        </Press>
      )
    case "nextItem":
      return (
        <Press intent="moveToItem" name="agendaItemId" value={step.agendaItemId}>
          下一项
        </Press>
      )
    case "end":
      return <Go to={href("/c/:community/meetings/:meetingId/console/end", params)}>散会</Go>
    case "minutes":
      return <Go to={href("/c/:community/records/:meetingId/minutes", params)}>去看纪要</Go>
    case "waitForMotion":
    case "nothing":
      return page.mayRecord ? (
        <Go to={href("/c/:community/meetings/:meetingId/record", params)}>去记录台</Go>
      ) : (
        <Go to={href("/c/:community/meetings/:meetingId/console", params)}>看看写好没有</Go>
      )
  }
}

const Go = ({ to, children }: { to: string; children: string }) => (
  <ButtonLink kind="big" to={to}>
    {children}
  </ButtonLink>
)

/** Sends a form that stands in the middle of the console. */
const Send = ({ form, children }: { form: string; children: string }) => (
  <Button kind="big" form={form}>
    {children}
  </Button>
)

type PressProps = { intent: string; name?: string; value?: string; children: string }

const Press = ({ intent, name, value, children }: PressProps) => (
  <Form method="post">
    <input type="hidden" name="intent" value={intent} />
    {name ? <input type="hidden" name={name} value={value} /> : null}
    <Button kind="big">{children}</Button>
  </Form>
)
