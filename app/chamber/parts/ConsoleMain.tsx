import { href, Link } from "react-router"
import type { ConsolePage } from "~/chamber/console-page"
import { RoundLights } from "~/chamber/parts/RoundLights"
import { Gist } from "~/chamber/parts/Seat"
import { Terms } from "~/chamber/parts/Terms"
import { Badge } from "~/ui/Badge"
import { Empty } from "~/ui/Empty"
import { Pips, Tally } from "~/ui/Fraction"
import { Votes } from "~/ui/Votes"

/** The item and motion in hand, and how far its vote has come. Never a choice before closing. */
export function ConsoleMain({ page, params }: { page: ConsolePage; params: { community: string; meetingId: string } }) {
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
        {head.state === "inSession" ? <NoMotion handling={item.handling} votes={page.votes} /> : null}
      </>
    )
  const recusals = motion.mayRecuse
    ? href("/c/:community/meetings/:meetingId/motions/:motionId/recusals", { ...params, motionId: motion.motionId })
    : null
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
      {motion.options && !closed && !(proclaimed && !open) ? (
        <ol className="con__options">
          {motion.options.map(option => (
            <li key={option.key}>{option.label}</li>
          ))}
          {motion.seats > 1 ? <li className="soft">最多选{motion.seats}项</li> : null}
        </ol>
      ) : null}
      {closed || (proclaimed && !open) ? null : <Recused motion={motion} to={recusals} />}
      {open || closed || proclaimed ? null : <Gist lines={motion.gist} />}
      {open ? <OpenVote open={open} /> : null}
      {closed?.awaitsCasting ? (
        <section className="stack">
          <h2>赞成与反对票数相同</h2>
          <Votes counts={closed.awaitsCasting} />
          <p>按议事规则由主持人定夺。定夺以前不能公布。</p>
        </section>
      ) : null}
      {closed?.result ? <RoundLights title="计票结果，还没有公布" result={closed.result} /> : null}
      {!open && !closed && proclaimed ? <RoundLights title="已经公布" result={proclaimed} /> : null}
    </>
  )
}

function NoMotion({ handling, votes }: { handling: string; votes: boolean }) {
  if (handling === "report") return <Empty title="这一项只通报，不表决" />
  if (handling === "consult") return <Empty title="这一项听取意见，不表决">请记录人记下各方的意见。</Empty>
  if (!votes)
    return (
      <Empty title="这类会议不表决">
        大家商量一致的，请记录人记下发言，散会后在纪要的议定事项里写明商定了什么、谁来办。
      </Empty>
    )
  return <Empty title="还没有提出要表决的事项">请记录人在记录台写好表决事项，这里就会出现。</Empty>
}

/** 回避: who must not vote on the motion in hand, and where to say so while it may still be said. */
function Recused({ motion, to }: { motion: NonNullable<ConsolePage["motion"]>; to: string | null }) {
  if (motion.recused.length === 0 && !to) return null
  return (
    <p className="small">
      {motion.recused.length > 0 ? `回避：${motion.recused.join("、")}。` : null}
      {to ? <Link to={to}>登记回避</Link> : null}
    </p>
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
