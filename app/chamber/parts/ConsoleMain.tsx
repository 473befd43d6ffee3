import type { ConsolePage } from "~/chamber/console-page"
import { RoundLights } from "~/chamber/parts/RoundLights"
import { Gist } from "~/chamber/parts/Seat"
import { Badge } from "~/ui/Badge"
import { Empty } from "~/ui/Empty"
import { Pips, Tally } from "~/ui/Fraction"

/** The item and motion in hand, and how far its vote has come. Never a choice before closing. */
export function ConsoleMain({ page }: { page: ConsolePage }) {
  const { item, motion, open, closed, proclaimed } = page
  if (!item) return <Empty title="这次会议没有议程">请社工在会议页查看。</Empty>
  if (!motion)
    return (
      <>
        <p className="con__tag">
          <b>第{item.ordinal}项</b>　{item.title}
        </p>
        <Empty title={item.handling === "report" ? "这一项只通报，不表决" : "还没有提出要表决的事项"}>
          {item.handling === "report" ? "通报完请选左边的下一项。" : "请记录人在记录台写好动议，这里就会出现。"}
        </Empty>
      </>
    )
  return (
    <>
      <p className="con__tag">
        {open ? <Badge kind="doing">表决中</Badge> : null}
        {closed ? <Badge kind="wait">待公布</Badge> : null}
        <b>第{item.ordinal}项</b>　{item.title}
        {open ? `　${open.secret ? "无记名" : "记名"}` : null}
      </p>
      <h1>{motion.content}</h1>
      {open || closed || proclaimed ? null : <Gist lines={motion.gist} />}
      {open ? <OpenVote open={open} /> : null}
      {closed?.result ? <RoundLights title="计票结果，还没有公布" result={closed.result} /> : null}
      {!open && !closed && proclaimed ? (
        <RoundLights title={`已公布：${proclaimed.outcomeName}`} result={proclaimed} />
      ) : null}
    </>
  )
}

function OpenVote({ open }: { open: NonNullable<ConsolePage["open"]> }) {
  return (
    <>
      <div className="tally" aria-live="polite">
        <Tally label="已投" have={open.cast} of={open.present} />
        <Pips have={open.cast} whole={open.present} label={`${open.present}人中${open.cast}人已投`} />
        <Tally label="开始于" have={open.openedAt} small />
      </div>
      <section className="unvoted" aria-labelledby="unvoted">
        <h2 id="unvoted">{open.notVoted.length > 0 ? `在场未投${open.notVoted.length}人` : "在场的都投了"}</h2>
        <ul className="unvoted__names">
          {open.notVoted.map(one => (
            <li key={one.key}>
              <b>{one.name}</b>
              <span>{one.as}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
