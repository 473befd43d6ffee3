import type { deskPageOf } from "~/chamber/attendance/desk-page"
import { Lamp } from "~/ui/Lamp"

type Shown = Pick<ReturnType<typeof deskPageOf>, "main" | "others" | "quorum" | "signed" | "signaturesHold">

/** 应到, 实到, 法定人数: read from across the hall; the rest in one line below. */
export function DeskFigures({ main, others, quorum, signed, signaturesHold }: Shown) {
  return (
    <div className="desk-now" aria-live="polite">
      <dl className="desk-now__main">
        {main.map(({ label, value, note }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {value}
              <small>人</small>
              {note ? <small className="desk-now__note">{note}</small> : null}
            </dd>
          </div>
        ))}
      </dl>
      {quorum ? (
        <Lamp met={quorum.met} metWords="法定人数已到" notWords="法定人数未到" detail={quorum.words} stacked />
      ) : null}
      <dl className="desk-now__others">
        {others.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}人</dd>
          </div>
        ))}
        <div>
          <dt>平板签名</dt>
          <dd>{signaturesHold ? `${signed}人` : <b className="thr--no">{signed}人，有签名被动过，请看签名册</b>}</dd>
        </div>
      </dl>
    </div>
  )
}
