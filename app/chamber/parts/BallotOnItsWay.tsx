import { useEffect, useState } from "react"
import { useNavigate } from "react-router"
import { Announcement } from "~/chamber/parts/Announcement"
import { BallotReceived } from "~/chamber/parts/BallotReceived"
import { Button } from "~/ui/Button"
import { Done } from "~/ui/Done"
import { TabletFrame } from "~/ui/TabletFrame"
import type { WaitingBallot } from "~/web/ballot-box"
import { ballotBox, useBallotBox } from "~/web/waiting-ballots"

/** Sooner nobody need be told that it waits. */
const sendingMs = 1_500

/**
 * In the place of every page of this tablet while a ballot is on its way: put aside, received, or not taken. So nothing
 * else is pressed meanwhile, and the seat is not handed on.
 */
export function BallotOnItsWay({ ballot, isReceived }: { ballot: WaitingBallot; isReceived?: boolean }) {
  const { lastHadToWait } = useBallotBox()
  const navigate = useNavigate()
  // The page below is the ballot's own still: it is forgotten only when the hall's page stands.
  const goBack = () =>
    void Promise.resolve(navigate(ballot.donePage.replace(/\/vote\/.*$/, "/seat"), { replace: true })).finally(() =>
      ballotBox().forget(ballot.key),
    )
  const { item, subject, person } = ballot.about
  const frame = { item, subject, person: { name: person }, airy: true }
  if (isReceived)
    return (
      <TabletFrame {...frame}>
        <BallotReceived principal={null} hadToWait={lastHadToWait} />
      </TabletFrame>
    )
  if (ballot.refusal)
    return (
      <TabletFrame {...frame}>
        <Announcement>{`这一票没有投出。${ballot.refusal}`}</Announcement>
        <div className="stack">
          <h1>这一票没有投出</h1>
          <p className="lead">{ballot.refusal}</p>
          <p>平板上存的选择已经清除。想不明白的，请举手，工作人员过来帮您。</p>
          <Button type="button" kind="big" onClick={goBack}>
            知道了，回到会场页
          </Button>
        </div>
      </TabletFrame>
    )
  return <Waiting ballot={ballot} frame={frame} />
}

type Frame = Omit<Parameters<typeof TabletFrame>[0], "children">

function Waiting({ ballot, frame }: { ballot: WaitingBallot; frame: Frame }) {
  const waited = useWaited(ballot.savedAt)
  if (waited < sendingMs)
    return (
      <TabletFrame {...frame}>
        <Done title="正在送出您的一票" whole waiting />
      </TabletFrame>
    )
  return (
    <TabletFrame {...frame} foot={<p>正在重新连接，已等{waitedWords(waited)}</p>}>
      <Announcement>已保存，等待送达。连上以后自动送出。</Announcement>
      <Done title="已保存，等待送达" whole waiting>
        <p>这台平板暂时连不上会场。您的一票已存好，连上以后自动送出，只算一次。</p>
      </Done>
      <div className="tab__after">
        <h2>请您</h2>
        <ul className="big-list">
          <li>不要关机，不要换平板。</li>
          <li>送到以后，这里会显示“已收到您的一票”。</li>
          <li>快结束时还没送到，请举手，改投纸质票。两张只算一张。</li>
        </ul>
      </div>
    </TabletFrame>
  )
}

function waitedWords(ms: number): string {
  const seconds = Math.floor(ms / 1_000)
  return seconds < 60 ? `${seconds}秒` : `${Math.floor(seconds / 60)}分${seconds % 60}秒`
}

/** By this device's clock; one that was set back has waited for nothing yet. */
function useWaited(since: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  return Math.max(0, now - since)
}
