type Item = { id: string; handling: string; minutes: string }

/** The session as a bar: what is voted on, what is reported, what is left. The line under the table says the same. */
export function TimeBar({ agenda, available }: { agenda: Item[]; available: number }) {
  const lengths = agenda.map(item => Number(item.minutes))
  const planned = lengths.reduce((sum, length) => sum + length, 0)
  const whole = Math.max(available, planned)
  const sumOf = (handling: string) =>
    agenda.reduce((sum, item) => sum + (item.handling === handling ? Number(item.minutes) : 0), 0)
  const widthOf = (length: number) => (length / whole) * 900
  return (
    <>
      <svg className="timebar" viewBox="0 0 900 26" preserveAspectRatio="none" aria-hidden="true">
        <rect className="timebar__rest" width="900" height="26" />
        {agenda.map((item, at) => (
          <rect
            key={item.id}
            className={`timebar__${item.handling}`}
            x={widthOf(lengths.slice(0, at).reduce((sum, length) => sum + length, 0))}
            width={Math.max(1, widthOf(lengths[at]!) - 3)}
            height="26"
          />
        ))}
      </svg>
      <p className="timebar__key small soft">
        <span>
          <i className="k k--dark" />
          表决{sumOf("deliberate")}分钟
        </span>
        <span>
          <i className="k k--mid" />
          通报{sumOf("report")}分钟
        </span>
        <span>
          <i className="k" />
          机动{Math.max(0, available - planned)}分钟
        </span>
      </p>
    </>
  )
}
