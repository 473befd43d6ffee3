import type { RecommendationView } from "~/chamber/motions/recommendation-view"

/** What committee and party branch say of a motion, under its text: who, what, why. Nothing where nobody said anything. */
export function Recommendations({ recommendations }: { recommendations: readonly RecommendationView[] }) {
  if (recommendations.length === 0) return null
  return (
    <dl className="terms recommendations">
      {recommendations.map(({ body, stanceName, reason }) => (
        <div key={body}>
          <dt>{body}</dt>
          <dd>
            <b>{stanceName}</b>
            {reason ? `：${reason}` : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The same in one line each, without the reasons: for the wall, where the count needs its room. */
export function RecommendationsInLine({ recommendations }: { recommendations: readonly RecommendationView[] }) {
  if (recommendations.length === 0) return null
  return (
    <p className="terms-line">
      {recommendations.map(({ body, stanceName }, at) => (
        <span key={body}>
          {at > 0 ? "；" : null}
          {body}
          <b>{stanceName}</b>
        </span>
      ))}
    </p>
  )
}
