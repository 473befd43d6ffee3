import { Link } from "react-router"
import type { MotionPage } from "~/chamber/motions/motion-page"
import { Recommendations } from "~/chamber/parts/Recommendations"
import { Terms } from "~/chamber/parts/Terms"
import { Badge } from "~/ui/Badge"
import { ButtonLink } from "~/ui/Button"
import { Difference } from "~/ui/Difference"
import { Sheet } from "~/ui/Sheet"

type Props = {
  motion: MotionPage
  /** The address of a motion of this meeting, and of a round. */
  to: { motion: (motionId: string) => string; round: (roundId: string) => string }
}

/** The text as it stands, and what its passing brings. */
export function MotionText({ motion, to }: Props) {
  return (
    <Sheet title="现在的文字">
      <p>
        <Badge kind={motion.badge}>{motion.state}</Badge>　{motion.putBy}
      </p>
      <p className="lead">{motion.content}</p>
      <Terms terms={motion.terms} />
      {motion.options.length > 0 ? (
        <ol className="options-list">
          {motion.options.map(option => (
            <li key={option}>{option}</li>
          ))}
          {motion.seats > 1 ? <li className="soft">最多选{motion.seats}项</li> : null}
        </ol>
      ) : null}
      {motion.standingReason ? <p>{motion.standingReason}</p> : null}
      {motion.amends ? (
        <>
          <h3>
            对<Link to={to.motion(motion.amends.motionId)}>第{motion.amends.ordinal}件</Link>的改动
          </h3>
          <Difference parts={motion.changes} />
        </>
      ) : null}
    </Sheet>
  )
}

/** Amendments to it, in the order they were moved, with what each would change. */
export function MotionAmendments({ motion, to }: Props) {
  if (motion.amendments.length === 0) return null
  return (
    <Sheet title="修正">
      {motion.amendments.map(one => (
        <section className="stack" key={one.motionId}>
          <p>
            <Link to={to.motion(one.motionId)}>第{one.ordinal}件，修正</Link>　{one.putBy}　{one.state}
          </p>
          <Difference parts={one.parts} />
        </section>
      ))}
    </Sheet>
  )
}

/** Every wording, newest first, each with what it changed of the one before. */
export function MotionWordings({ motion }: { motion: MotionPage }) {
  if (motion.wordings.length < 2) return null
  return (
    <Sheet title="历次文字">
      <p className="soft">加上的字有下划线，删去的字有删除线。</p>
      {motion.wordings.map(wording => (
        <section className="stack" key={wording.version}>
          <h3>第{wording.version}稿</h3>
          <p className="soft">
            {wording.on}，{wording.by}
            {wording.amendmentOrdinal ? `，按第${wording.amendmentOrdinal}件修正` : null}
          </p>
          <Difference parts={wording.parts} />
        </section>
      ))}
    </Sheet>
  )
}

export function MotionRecommendations({ motion, add }: { motion: MotionPage; add: string }) {
  if (motion.recommendations.length === 0 && !motion.may.recommend) return null
  return (
    <Sheet title="建议">
      {motion.recommendations.length === 0 ? <p className="soft">还没有哪个组织提出建议。</p> : null}
      <Recommendations recommendations={motion.recommendations} />
      {motion.may.recommend ? <ButtonLink to={add}>记下建议</ButtonLink> : null}
    </Sheet>
  )
}

export function MotionDissents({ motion, add, explain }: { motion: MotionPage; add: string; explain: string }) {
  const { dissents, may } = motion
  if (dissents.length === 0 && !may.dissent) return null
  return (
    <Sheet title="不同意见和解释">
      {dissents.length === 0 ? <p className="soft">还没有记下不同意见。</p> : null}
      {dissents.map(one => (
        <section className="stack" key={one.dissentId}>
          <blockquote className="opinion">
            {one.heldBy}：{one.opinion}
          </blockquote>
          <p>
            {one.explanation ? (
              <>
                <b>{one.explainedBy}解释：</b>
                {one.explanation}
              </>
            ) : (
              <Badge kind="wait">还没有解释</Badge>
            )}
            {may.dissent ? (
              <Link to={`${explain}&dissent=${one.dissentId}`}>
                {one.explanation ? "改解释" : "记下解释"}
                <span className="vh">，{one.heldBy}的意见</span>
              </Link>
            ) : null}
          </p>
        </section>
      ))}
      {may.dissent ? <ButtonLink to={add}>记下不同意见</ButtonLink> : null}
    </Sheet>
  )
}

/** How it was voted on, round by round, and what comes next. */
export function MotionRounds({ motion, to }: Props) {
  if (motion.rounds.length === 0) return null
  return (
    <Sheet title="表决">
      {motion.rounds.map(round => (
        <section key={round.roundId}>
          <p>
            <Link to={to.round(round.roundId)}>第{round.ordinal}轮</Link>　<b>{round.state}</b>
          </p>
          {round.nextStep ? <p>{round.nextStep}</p> : null}
        </section>
      ))}
    </Sheet>
  )
}
