import { Form } from "react-router"
import type { RunningRound } from "~/chamber/rounds/running-view"
import { Button } from "~/ui/Button"
import { Pips, Tally } from "~/ui/Fraction"
import { Note } from "~/ui/Note"
import { Countdown } from "./Countdown"

type Props = {
  round: RunningRound
  /** When the page was read, by the server's clock: what the countdown is measured against. */
  readAt: Date
}

/** The round under way: how many have voted, who has not, 最后提醒 with its countdown, and voting on after 停止投票. */
export function RoundRunning({ round, readAt }: Props) {
  const { roundId, means, cast, mayVote, notVoted, recusedNames, votingEndedAt } = round
  return (
    <div className="round-running">
      {means === "hands" ? (
        <p className="lead">请赞成的、反对的、弃权的先后举手，在场可以表决的{mayVote}人。</p>
      ) : (
        <div className="tally" aria-live="polite">
          <Tally label="已投" have={cast} of={mayVote} />
          {mayVote > mostPips ? null : (
            <Pips have={cast} whole={Math.max(mayVote, cast)} label={`${mayVote}人中${cast}人已投`} />
          )}
        </div>
      )}
      {recusedNames.length > 0 ? <p className="small">回避：{recusedNames.join("、")}。</p> : null}
      {votingEndedAt ? (
        <div className="row round-running__ended">
          <Note kind="warn">已经停止投票，平板不再收票。</Note>
          <RoundPress intent="resumeVoting" roundId={roundId}>
            继续投票
          </RoundPress>
        </div>
      ) : (
        <Countdown until={round.countdownUntil} readAt={readAt} called={round.lastCallAt !== null} />
      )}
      {means === "hands" ? null : (
        <section aria-labelledby="not-voted" className="unvoted">
          <div className="row">
            <h2 id="not-voted">{notVoted.length > 0 ? `在场未投${notVoted.length}人` : "在场的都投了"}</h2>
            {notVoted.length > 0 && !votingEndedAt ? (
              <LastCall roundId={roundId} isCalled={round.lastCallAt !== null} />
            ) : null}
          </div>
          <NotVotedNames people={notVoted} />
        </section>
      )}
    </div>
  )
}

/** More dots than this say nothing that the figure does not. */
const mostPips = 60

/** Nothing to type: with or without a countdown is another button. */
const LastCall = ({ roundId, isCalled }: { roundId: string; isCalled: boolean }) => (
  <Form method="post" className="row" preventScrollReset>
    <input type="hidden" name="intent" value="lastCall" />
    <input type="hidden" name="roundId" value={roundId} />
    <Button kind="go" name="seconds" value="">
      {isCalled ? "再提醒一次" : "最后提醒"}
    </Button>
    <Button name="seconds" value="60">
      提醒并倒数1分钟
    </Button>
  </Form>
)

const mostInLines = 12
/** Of more than these the rest is a number: all of them stand on the page that closes the round. */
const mostNamed = 60

/** 在场未投, by name: one a line while they are few, else as running text, at last 等68人. 甲一（由乙二代）. */
function NotVotedNames({ people }: { people: RunningRound["notVoted"] }) {
  const nameOf = ({ name, stoodForBy }: RunningRound["notVoted"][number]) =>
    stoodForBy ? `${name}（由${stoodForBy}代）` : name
  if (people.length > mostInLines) return <p className="unvoted__many">{namesOf(people.map(nameOf))}</p>
  return (
    <ul className="unvoted__names">
      {people.map(one => (
        <li key={one.participantId}>
          <b>{nameOf(one)}</b>
          <span>{one.capacityName}</span>
        </li>
      ))}
    </ul>
  )
}

const namesOf = (names: readonly string[]): string =>
  names.length > mostNamed ? `${names.slice(0, mostNamed).join("、")}等${names.length}人` : names.join("、")

function RoundPress({ intent, roundId, children }: { intent: string; roundId: string; children: string }) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="roundId" value={roundId} />
      <Button name="intent" value={intent}>
        {children}
      </Button>
    </Form>
  )
}
