import { SpeakerClock } from "~/chamber/parts/SpeakerClock"
import { StanceSign } from "~/chamber/parts/StanceSign"
import { afterwardsWords } from "~/chamber/speaking/rules"
import type { QueuedSpeaker, SpeakerNow } from "~/chamber/speaking/speaking-view"

/** The middle of the wall while someone speaks: who, and the clock, as large as the wall allows. */
export function WallSpeaker({ speaker }: { speaker: SpeakerNow }) {
  const { name, capacityName, organization } = speaker
  return (
    <div className="speak">
      <div className="speak__who">
        <p className="soft">{speaker.kind === "pointOfOrder" ? "正在提程序问题" : "正在发言"}</p>
        <h1 className={name.length > 4 ? "is-long" : undefined}>{name}</h1>
        <div>
          <p className="speak__as">{organization || capacityName}</p>
          <p className="speak__side">
            <StanceSign {...speaker} />
          </p>
          {speaker.holds ? <p className="soft">{afterwardsWords(speaker.holds)}</p> : null}
        </div>
      </div>
      <SpeakerClock speaker={speaker} size="wall" />
    </div>
  )
}

/** The foot of the wall: who comes next. Nothing where nobody waits. */
export function WallNextUp({ queue }: { queue: readonly QueuedSpeaker[] }) {
  const next = queue.filter(one => one.isHere).slice(0, 3)
  if (next.length === 0) return null
  return (
    <div className="nextup">
      <p className="soft">接下来</p>
      <ol>
        {next.map(one => (
          <li key={one.requestId}>
            <b>{one.name}</b>
            {one.kind === "pointOfOrder" ? one.stanceName : one.capacityName}
          </li>
        ))}
      </ol>
    </div>
  )
}
