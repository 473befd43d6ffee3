import { Form } from "react-router"
import type { PollView } from "~/polling/reading"
import { NextStep } from "~/ui/Answers"
import { Button, ButtonLink } from "~/ui/Button"
import { Note } from "~/ui/Note"

type Door = { key: string; label: string; to: string; show: boolean }

/** The one thing to do now, with the other doors small below it. */
export function PollNext({ poll, community }: { poll: PollView; community: string }) {
  if (poll.state === "cancelled")
    return (
      <Note kind="warn" title="这次表决已经取消">
        <p>{poll.endReason}</p>
      </Note>
    )
  const at = (place: string) => `/c/${community}/polls/${poll.id}/${place}`
  const step = nextOf(poll)
  const isDone = poll.state === "closed" || poll.state === "proclaimed"
  const doors: Door[] = [
    { key: "edit", label: "改内容", to: at("edit"), show: poll.may.edit },
    { key: "roll", label: "票册和送达", to: at("roll"), show: poll.may.seeRoll },
    { key: "papers", label: "打印表决票", to: at("papers"), show: poll.may.print },
    { key: "ballots", label: "录入", to: at("ballots"), show: poll.may.enter && !poll.isByHand },
    { key: "check", label: "核对", to: at("check"), show: poll.may.enter && !poll.isByHand },
    { key: "count", label: "计票单", to: at("count"), show: poll.isByHand && (poll.may.enter || isDone) },
    { key: "result", label: "计票结果", to: at("result"), show: isDone },
    { key: "cancel", label: "取消这次表决", to: at("cancel"), show: poll.may.cancel },
  ].filter(door => door.show && door.key !== step.place)
  const small = doors.length > 0 && (
    <p className="row">
      {doors.map(door => (
        <ButtonLink key={door.key} small to={door.to}>
          {door.label}
        </ButtonLink>
      ))}
    </p>
  )
  return (
    <NextStep title={step.title} action={<Action step={step} to={at(step.place)} />}>
      {step.words ? <p>{step.words}</p> : null}
      {small}
    </NextStep>
  )
}

function Action({ step, to }: { step: Next; to: string }) {
  if (!step.button) return null
  if (step.place !== "open")
    return (
      <ButtonLink kind="main" to={to}>
        {step.button}
      </ButtonLink>
    )
  return (
    <Form method="post">
      <Button kind="main" name="intent" value="open">
        {step.button}
      </Button>
    </Form>
  )
}

/** `place` is the page the button leads to; `open` is pressed here. Without a button there is nothing to do but wait. */
type Next = { title: string; words?: string; place: string; button: string }

function nextOf(poll: PollView): Next {
  const { figures } = poll
  switch (poll.state) {
    case "draft":
      return { title: "写好内容，核对以后公告", place: "announce", button: poll.may.manage ? "公告前的核对" : "" }
    case "announced": {
      if (poll.isOpenable)
        return {
          title: "到了开始收票的日子",
          words: `收到${poll.closesOn}截止。`,
          place: "open",
          button: poll.may.manage ? "开始收票" : "",
        }
      const left = figures.voters - figures.delivered
      return {
        title: left > 0 && figures.isRolled ? `还有${left}张票没有送达` : `等${poll.opensOn}开始收票`,
        words: `${poll.opensOn}开始收票。`,
        place: "roll",
        button: figures.isRolled && poll.may.deliver ? "登记送达" : "",
      }
    }
    case "open":
      return poll.isByHand ? nextOfCount(poll) : nextOfPapers(poll)
    case "closed":
      return {
        title: "已计票，等待公布",
        words: "结果公布以后才生效。",
        place: poll.may.manage ? "proclaim" : "result",
        button: poll.may.manage ? "公布结果" : "看计票结果",
      }
    default:
      return { title: "结果已公布", place: "result", button: "看计票结果" }
  }
}

function nextOfPapers({ figures, isOver, closesOn, may }: PollView): Next {
  const isAllBack = figures.returned === figures.voters
  const others = figures.unchecked - figures.ownEntries
  if ((isOver || isAllBack) && figures.unchecked === 0)
    return {
      title: isAllBack ? "票已全部收回、核对" : "收票已截止，录入的都已核对",
      words: isOver && !isAllBack ? "还有按时收到、没有录入的，先录入再计票。" : "",
      place: "close",
      button: may.manage ? "计票" : "",
    }
  if (others > 0)
    return {
      title: `有${others}张票等您核对`,
      words: "不看录入的内容，对着原票再读一遍。",
      place: "check",
      button: may.enter ? "核对" : "",
    }
  return {
    title: `已收回${figures.returned}张，还有${figures.voters - figures.returned}张`,
    words: `${closesOn}截止。${figures.ownEntries > 0 ? `您录入的${figures.ownEntries}张要由另一个人核对。` : ""}`,
    place: "ballots",
    button: may.enter ? "录入收回的票" : "",
  }
}

function nextOfCount({ figures, isLastDay, closesOn, may }: PollView): Next {
  if (figures.isCounted) return { title: "计票单已核对", place: "close", button: may.manage ? "结束计票" : "" }
  if (figures.unchecked > 0)
    return { title: "有一份计票单等待核对", place: "count", button: may.enter ? "核对计票单" : "" }
  if (figures.isRunOff)
    return { title: "名额没有定下来，要另行选举", place: "count", button: may.enter ? "另行选举的计票单" : "" }
  return {
    title: isLastDay ? "投完票以后，当众唱票、计票" : `投票到${closesOn}`,
    words: "两位计票人各看一遍，一位录入，另一位核对。",
    place: "count",
    button: may.enter && isLastDay ? "填计票单" : "",
  }
}
