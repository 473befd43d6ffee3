import { Terms } from "~/chamber/parts/Terms"
import type { SeatNowView } from "~/chamber/seat-words"
import { Done } from "~/ui/Done"
import { OptionVotes, Votes } from "~/ui/Votes"

type SeatNowProps = {
  now: SeatNowView
  /** 现在进行的议程: marked in the list of the agenda. */
  item?: { ordinal: number; title: string } | null
}

/** What a seated delegate sees between two ballots. */
export function SeatNow({ now, item }: SeatNowProps) {
  const lines = now.lines.map(line => <p key={line}>{line}</p>)
  return (
    <div className="stack">
      {now.isReceived ? (
        <Done title={now.heading} whole>
          {lines}
        </Done>
      ) : (
        <>
          <h1>{now.heading}</h1>
          {now.motion ? (
            <>
              <p className="lead">{now.motion.content}</p>
              <Terms terms={now.motion.terms} />
            </>
          ) : null}
          {lines}
        </>
      )}
      {now.result ? (
        <>
          {now.result.options ? (
            <>
              <p className="lead">{now.result.options.sentence}</p>
              <OptionVotes lines={now.result.options.lines} others={now.result.others} />
            </>
          ) : (
            <Votes counts={now.result.counts} others={now.result.others} />
          )}
          {now.result.lights.length > 0 ? (
            <ul className="big-list">
              {now.result.lights.map(light => (
                <li key={light}>{light}</li>
              ))}
            </ul>
          ) : null}
        </>
      ) : null}
      {now.agenda.length > 0 ? (
        <section aria-labelledby="agenda">
          <h2 id="agenda">议程</h2>
          <ol>
            {now.agenda.map(one => (
              <li key={one.ordinal} aria-current={one.ordinal === item?.ordinal ? "step" : undefined}>
                <b>第{one.ordinal}项</b>　{one.title}
                {one.ordinal === item?.ordinal ? <b className="red">　现在</b> : null}
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </div>
  )
}
