import { Form } from "react-router"
import type { RunningRound } from "~/chamber/rounds/running-view"
import { Button } from "~/ui/Button"
import { Pips, Tally } from "~/ui/Fraction"
import { type FormView, field } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { TextField } from "~/ui/TextField"
import { Countdown } from "./Countdown"

type Props = {
  round: RunningRound
  /** When the page was read, by the server's clock: what the countdown is measured against. */
  readAt: Date
  form: FormView | undefined
}

/** The round under way: how many have voted, who has not, 最后提醒 with its countdown, 停止投票 and back again. */
export function RoundRunning({ round, readAt, form }: Props) {
  const { means, cast, mayVote, notVoted, recusedNames, votingEndedAt } = round
  if (means === "hands") return <p className="lead">举手表决：请两位计票人分别数，数完登记。</p>
  return (
    <div className="stack round-running">
      <div className="row" aria-live="polite">
        <Tally label={`${round.mannerName}表决，已投`} have={cast} of={mayVote} />
        <Pips have={cast} whole={Math.max(mayVote, cast)} label={`${mayVote}人中${cast}人已投`} />
      </div>
      {recusedNames.length > 0 ? <p className="small">回避：{recusedNames.join("、")}</p> : null}
      {votingEndedAt ? (
        <Note kind="warn">已经停止投票，不再收票。</Note>
      ) : (
        <Countdown until={round.countdownUntil} readAt={readAt} called={round.lastCallAt !== null} />
      )}
      <NotVotedNames people={notVoted} />
      {votingEndedAt ? (
        <RoundPress intent="resumeVoting" roundId={round.roundId}>
          继续投票
        </RoundPress>
      ) : (
        <Form method="post" className="row">
          <input type="hidden" name="roundId" value={round.roundId} />
          <TextField
            label="倒计时"
            hint="秒，空着就只提醒"
            inputMode="numeric"
            maxLength={3}
            {...field(form, "seconds")}
          />
          <Button name="intent" value="lastCall">
            最后提醒
          </Button>
          <Button name="intent" value="endVoting">
            停止投票
          </Button>
        </Form>
      )}
    </div>
  )
}

/** 在场未投, by name: 甲一（由乙二代）. */
export function NotVotedNames({ people }: { people: RunningRound["notVoted"] }) {
  if (people.length === 0) return <p>在场的都投了。</p>
  const names = people.map(({ name, stoodForBy }) => (stoodForBy ? `${name}（由${stoodForBy}代）` : name))
  return (
    <p>
      在场未投<b>{people.length}</b>人：{names.join("、")}
    </p>
  )
}

export function RoundPress({ intent, roundId, children }: { intent: string; roundId: string; children: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="roundId" value={roundId} />
      <Button name="intent" value={intent}>
        {children}
      </Button>
    </Form>
  )
}
