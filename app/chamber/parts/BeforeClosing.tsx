import { Form, href } from "react-router"
import type { RunningView } from "~/chamber/console-view"
import { Button, ButtonLink } from "~/ui/Button"
import { Note } from "~/ui/Note"
import { Sheet } from "~/ui/Sheet"
import { Countdown } from "./Countdown"
import { paperWords } from "./PaperState"

type Props = {
  round: RunningView
  readAt: Date
  params: { community: string; meetingId: string; roundId: string }
}

/** 在场未投 with the last call, the papers, the hands: everything that is looked at before a round is closed. */
export function BeforeClosing({ round, readAt, params }: Props) {
  return (
    <div className="stack" aria-live="polite">
      {round.means === "hands" ? (
        <p className="lead">举手表决，在场可以表决的{round.mayVote}人。</p>
      ) : (
        <p className="lead">
          在场可以表决的{round.mayVote}人，已投<b>{round.cast}</b>人。
        </p>
      )}
      {round.recusedNames.length > 0 ? <p>回避：{round.recusedNames.join("、")}。</p> : null}
      {round.means === "hands" ? null : <NotVoted round={round} readAt={readAt} />}
      {round.paper ? <Papers round={round} params={params} /> : null}
    </div>
  )
}

function NotVoted({ round, readAt }: Pick<Props, "round" | "readAt">) {
  const { notVoted, votingEndedAt } = round
  return (
    <>
      {notVoted.length === 0 ? (
        <Note kind="ok">在场的都投了。</Note>
      ) : (
        <Sheet title={`还有${notVoted.length}人在场没有投`}>
          <ul>
            {notVoted.map(one => (
              <li key={one.participantId}>
                <b>{one.name}</b>　{one.capacityName}
                {one.stoodForBy ? `，由${one.stoodForBy}代` : null}
              </li>
            ))}
          </ul>
          {votingEndedAt ? null : (
            <>
              <Countdown until={round.countdownUntil} readAt={readAt} called={round.lastCallAt !== null} />
              <Form method="post" className="row" preventScrollReset>
                <input type="hidden" name="intent" value="lastCall" />
                <Button name="seconds" value="">
                  {round.lastCallAt ? "再提醒一次" : "最后提醒"}
                </Button>
                <Button name="seconds" value="60">
                  提醒并倒数1分钟
                </Button>
              </Form>
            </>
          )}
        </Sheet>
      )}
      {votingEndedAt ? (
        <div className="row">
          <Note kind="warn">已经停止投票，平板不再收票。</Note>
          <Form method="post">
            <Button name="intent" value="resumeVoting">
              继续投票
            </Button>
          </Form>
        </div>
      ) : null}
    </>
  )
}

function Papers({ round, params }: Pick<Props, "round" | "params">) {
  const { paper } = round
  if (!paper) return null
  const isByHands = round.means === "hands"
  return (
    <Sheet title={isByHands ? "举手计数" : "纸票"}>
      <p>{paperWords(paper)}</p>
      {paper.officers.length > 0 ? (
        <p className="small">{paper.officers.map(one => one.name).join("、")}计票、监票</p>
      ) : null}
      <p>
        {isByHands ? (
          <ButtonLink to={href("/c/:community/meetings/:meetingId/rounds/:roundId/hands", params)}>
            去看举手计数
          </ButtonLink>
        ) : (
          <ButtonLink to={href("/c/:community/meetings/:meetingId/rounds/:roundId/papers", params)}>
            去看纸票
          </ButtonLink>
        )}
      </p>
    </Sheet>
  )
}
