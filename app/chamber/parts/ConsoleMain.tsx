import { href, Link } from "react-router"
import type { ConsolePage } from "~/chamber/console-page"
import { ConsoleOpening } from "~/chamber/parts/ConsoleOpening"
import { paperWords } from "~/chamber/parts/PaperState"
import { Recommendations } from "~/chamber/parts/Recommendations"
import { RoundLights } from "~/chamber/parts/RoundLights"
import { RoundRunning } from "~/chamber/parts/RoundRunning"
import { Gist } from "~/chamber/parts/Seat"
import { Terms } from "~/chamber/parts/Terms"
import { Badge } from "~/ui/Badge"
import { Empty } from "~/ui/Empty"
import type { FormView } from "~/ui/form-view"
import { Votes } from "~/ui/Votes"

type Params = { community: string; meetingId: string }
type Props = { page: ConsolePage; params: Params; form?: FormView }

/** The item and motion in hand, and how far its vote has come. Never a choice before closing. */
export function ConsoleMain({ page, params, form }: Props) {
  const { head, item, motion, open, closed, shown } = page
  if (head.state === "convened" || head.state === "checkIn" || head.state === "adjourned")
    return <Awaited page={page} />
  if (!item) return <Empty title="这次会议没有议程">请社工在会议页查看。</Empty>
  if (!motion)
    return (
      <>
        <p className="con__tag">
          <b>第{item.ordinal}项</b>
          <span>预计{item.minutes}分钟</span>
        </p>
        <h1>{item.title}</h1>
        <Gist lines={item.gist} />
        {head.state === "inSession" ? <NoMotion handling={item.handling} votes={page.votes} /> : null}
      </>
    )
  const isResult = closed !== null || (shown !== null && !open && page.step.kind !== "openRound")
  return (
    <>
      <p className="con__tag">
        {open ? <Badge kind="doing">表决中</Badge> : null}
        {closed ? <Badge kind="wait">待公布</Badge> : null}
        <span>
          <b>第{item.ordinal}项</b>　{item.title}
        </span>
        {motion.name ? <span>{motion.name}</span> : null}
        {open ? <span>{open.mannerName}</span> : null}
        {closed ? <span>{closed.manner}</span> : null}
      </p>
      <h1 className={motion.content.length > 70 ? "is-long" : undefined}>{motion.content}</h1>
      <Terms terms={motion.terms} />
      {isResult ? null : <Recommendations recommendations={motion.recommendations} />}
      {motion.options && !isResult ? <Options {...motion} options={motion.options} isOpen={open !== null} /> : null}
      {isResult || open ? null : <Gist lines={motion.options ? [] : motion.gist.slice(1)} />}
      {isResult || open ? null : <Recused motion={motion} params={params} />}
      {page.step.kind === "openRound" && page.manners ? (
        <ConsoleOpening step={page.step} manners={page.manners} form={form} />
      ) : null}
      {open ? <RoundRunning round={open} readAt={page.readAt} /> : null}
      {open?.paper ? <p>{paperWords(open.paper)}</p> : null}
      {closed ? <Closed closed={closed} /> : null}
      {isResult && !closed && shown ? <Shown shown={shown} params={params} /> : null}
    </>
  )
}

type OptionsProps = { options: { key: string; label: string }[]; seats: number; isOpen: boolean }

/** While ballots are taken many options stand close together: the chair needs the count, and who has not voted. */
function Options({ options, seats, isOpen }: OptionsProps) {
  const size = options.length > 4 ? (isOpen ? "is-many is-close" : "is-many") : ""
  return (
    <ol className={`con__options ${size}`.trimEnd()}>
      {options.map(option => (
        <li key={option.key}>{option.label}</li>
      ))}
      {seats > 1 ? <li className="soft">最多选{seats}项</li> : null}
    </ol>
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
function Recused({ motion, params }: { motion: NonNullable<ConsolePage["motion"]>; params: Params }) {
  if (motion.recused.length === 0 && !motion.mayRecuse) return null
  const to = href("/c/:community/meetings/:meetingId/motions/:motionId/recusals", {
    ...params,
    motionId: motion.motionId,
  })
  return (
    <p className="small con__links">
      {motion.moverName ? <span>{motion.moverName}提出。</span> : null}
      {motion.recused.length > 0 ? <span>回避：{motion.recused.join("、")}。</span> : null}
      {motion.mayRecuse ? <Link to={to}>登记回避</Link> : null}
      <Link to={href("/c/:community/meetings/:meetingId/motions/:motionId", { ...params, motionId: motion.motionId })}>
        文字与修正
      </Link>
    </p>
  )
}

/** Counted and not proclaimed: the result is the chair's alone until every challenge is answered. */
function Closed({ closed }: { closed: NonNullable<ConsolePage["closed"]> }) {
  return (
    <>
      {closed.awaitsCasting ? (
        <section className="stack">
          <h2>赞成与反对票数相同</h2>
          <Votes counts={closed.awaitsCasting} />
          <p>按议事规则由主持人定夺。定夺以前不能公布。</p>
        </section>
      ) : null}
      {closed.result ? <RoundLights title="计票结果，还没有公布" result={closed.result} /> : null}
    </>
  )
}

function Shown({ shown, params }: { shown: NonNullable<ConsolePage["shown"]>; params: Params }) {
  return (
    <>
      <RoundLights title="已经公布" result={shown.result} />
      <p className="con__after">
        <b>接下来</b>　{shown.nextStep}
      </p>
      <p className="small">
        <Link to={href("/c/:community/meetings/:meetingId/rounds/:roundId", { ...params, roundId: shown.roundId })}>
          这一轮的全部情况
        </Link>
      </p>
    </>
  )
}

/** Before the opening and during a break: who is still to come. */
function Awaited({ page }: { page: ConsolePage }) {
  const { head, awaited } = page
  const title = head.state === "convened" ? "会议还没有开始签到" : head.state === "checkIn" ? "正在签到" : "现在休会"
  return (
    <>
      <h1>{title}</h1>
      {head.adjournReason ? <p>休会原因：{head.adjournReason}</p> : null}
      {head.state === "convened" ? null : (
        <section className="unvoted" aria-labelledby="names" aria-live="polite">
          <h2 id="names">{awaited.length > 0 ? `还没到的${awaited.length}人` : "除请假的以外都到了"}</h2>
          {awaited.length > mostInLines ? (
            <p className="unvoted__many">{awaited.map(one => one.name).join("、")}</p>
          ) : (
            <ul className="unvoted__names">
              {awaited.map(one => (
                <li key={one.key}>
                  <b>{one.name}</b>
                  <span>{one.as}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
    </>
  )
}

const mostInLines = 24
