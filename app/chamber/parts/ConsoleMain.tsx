import type { ConsolePage } from "~/chamber/console-page"
import { RoundLights } from "~/chamber/parts/RoundLights"
import { Gist } from "~/chamber/parts/Seat"
import { Terms } from "~/chamber/parts/Terms"
import { Badge } from "~/ui/Badge"
import { Empty } from "~/ui/Empty"
import { Pips, Tally } from "~/ui/Fraction"

/** The item and motion in hand, and how far its vote has come. Never a choice before closing. */
export function ConsoleMain({ page }: { page: ConsolePage }) {
  const { head, item, motion, open, closed, proclaimed } = page
  if (head.state === "checkIn" || head.state === "adjourned") return <Awaited page={page} />
  if (!item) return <Empty title="这次会议没有议程">请社工在会议页查看。</Empty>
  if (!motion)
    return (
      <>
        <p className="con__tag">
          <b>第{item.ordinal}项</b>
        </p>
        <h1>{item.title}</h1>
        <Gist lines={item.gist} />
        {head.state === "inSession" ? (
          <Empty title={item.handling === "report" ? "这一项只通报，不表决" : "还没有提出要表决的事项"}>
            {item.handling === "report" ? null : "请记录人在记录台写好表决事项，这里就会出现。"}
          </Empty>
        ) : null}
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
      <Terms terms={motion.terms} />
      {open || closed || proclaimed ? null : <Gist lines={motion.gist} />}
      {open ? <OpenVote open={open} /> : null}
      {closed?.result ? <RoundLights title="计票结果，还没有公布" result={closed.result} /> : null}
      {!open && !closed && proclaimed ? <RoundLights title="已经公布" result={proclaimed} /> : null}
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
      <Names
        title={open.notVoted.length > 0 ? `在场未投${open.notVoted.length}人` : "在场的都投了"}
        people={open.notVoted}
      />
    </>
  )
}

/** Before the opening and during a break: who is still to come. */
function Awaited({ page }: { page: ConsolePage }) {
  const { head, awaited } = page
  return (
    <>
      <h1>{head.state === "checkIn" ? "正在签到" : "现在休会"}</h1>
      {head.adjournReason ? <p>休会原因：{head.adjournReason}</p> : null}
      <Names title={awaited.length > 0 ? `还没到的${awaited.length}人` : "除请假的以外都到了"} people={awaited} />
    </>
  )
}

function Names({ title, people }: { title: string; people: ConsolePage["awaited"] }) {
  return (
    <section className="unvoted" aria-labelledby="names" aria-live="polite">
      <h2 id="names">{title}</h2>
      <ul className="unvoted__names">
        {people.map(one => (
          <li key={one.key}>
            <b>{one.name}</b>
            <span>{one.as}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
