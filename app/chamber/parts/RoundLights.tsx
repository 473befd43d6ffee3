import type { ResultView } from "~/chamber/rounds/round-view"
import { choiceNames } from "~/law/tally"
import { Lamp } from "~/ui/Lamp"
import { OptionVotes, Votes } from "~/ui/Votes"

/** What a closed round came to: the choices, and every light with its fraction. */
export function RoundLights({ title, result }: { title: string; result: ResultView }) {
  return (
    <section className="stack" aria-labelledby="lights">
      <h2 id="lights">{title}</h2>
      <p className="lead">
        <b>{result.outcomeName}</b>
        {result.tie && !result.options ? "（赞成与反对票数相同）" : null}
        {result.castingVote ? `，主持人定夺：${choiceNames[result.castingVote]}` : null}
      </p>
      {result.optionLines ? (
        <>
          <p>{result.sentence}</p>
          <OptionVotes lines={result.optionLines} others={result.others} />
        </>
      ) : (
        <Votes counts={result.counts} others={result.others} />
      )}
      {result.recused ? <p className="small">回避：{result.recused.join("、")}，不参加表决，计入到会人数。</p> : null}
      {result.lights.slice(0, result.lights.length - (result.options?.length ?? 0)).map((light, at) => (
        <Lamp
          key={light.label}
          met={light.met}
          metWords={`${light.label}：达到`}
          notWords={`${light.label}：未达到`}
          detail={result.lightWords[at]}
          stacked
        />
      ))}
    </section>
  )
}
