import { Diff, Hand, Info, Minus, Plus } from "lucide-react"
import { Form } from "react-router"
import { nthWords, sideWords, stanceNames, stanceOrder } from "~/chamber/speaking/rules"
import type { SeatSpeakingView } from "~/chamber/speaking/seat-speaking"
import { spentWords } from "~/chamber/speaking/seat-speaking-words"
import { Icon } from "~/ui/Icon"

const signs = { support: Plus, conditional: Diff, oppose: Minus, neutral: Info } as const

/** The stances, alike in size and weight, and apart from them 程序问题. Nothing is typed. */
export function SeatAsking({ speaking }: { speaking: SeatSpeakingView }) {
  const { asking } = speaking
  return (
    <Form method="post" className="tab__form asking">
      <input type="hidden" name="intent" value="askToSpeak" />
      <div>
        <h1>{headings[asking]}</h1>
        <p>{leadOf(speaking)}</p>
      </div>
      {asking === "yes" ? (
        <fieldset className="asking__stances">
          <legend className="vh">您的态度</legend>
          {stanceOrder.map(stance => (
            <button key={stance} className="askbtn" type="submit" name="say" value={stance}>
              <Icon of={signs[stance]} />
              <span>{stanceNames[stance]}</span>
            </button>
          ))}
        </fieldset>
      ) : null}
      {asking === "no" ? null : (
        <button className="askbtn askbtn--order" type="submit" name="say" value="pointOfOrder">
          <Icon of={Hand} />
          <span>
            {sideWords("pointOfOrder", "neutral")}
            <small>会议没有按规矩开，先请主持人处理</small>
          </span>
        </button>
      )}
    </Form>
  )
}

const headings: Record<SeatSpeakingView["asking"], string> = {
  yes: "您对这一项的态度",
  pointOfOrderOnly: "提程序问题",
  no: "现在不能登记发言",
}

function leadOf(view: SeatSpeakingView): string {
  const { asking, own, isAtLimit, limit, times, motionOrdinal } = view
  if (asking === "no") return "会议没有在进行，或者您不在场。开会以后再按。"
  if (asking === "yes")
    return `按一下就排进发言名单。${nthWords({ motionOrdinal, nth: times + 1, mostTimes: limit.times })}，每次${limit.minutes}分钟。`
  if (isAtLimit) return `${spentWords(view)}。还要说的，请举手，由主持人决定。`
  return own.length > 0 ? "您已经在发言名单里。" : ""
}
