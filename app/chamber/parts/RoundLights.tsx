import type { ResultView } from "~/chamber/round-view"
import { Lamp } from "~/ui/Lamp"
import { Votes } from "~/ui/Votes"

/** What a closed round came to: the choices, and every light with its fraction. */
export function RoundLights({ title, result }: { title: string; result: ResultView }) {
  return (
    <section className="stack" aria-labelledby="lights">
      <h2 id="lights">{title}</h2>
      <p className="lead">
        <b>{result.outcomeName}</b>
        {result.tie ? "（赞成与反对票数相同）" : null}
      </p>
      <Votes
        counts={result.counts}
        others={result.counts.invalid > 0 ? [{ label: "无效", count: result.counts.invalid }] : []}
      />
      {result.lights.map((light, at) => (
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
