import type { MotionTerms } from "~/chamber/motions/motion-terms"

/** What the passing of a motion brings, under its text wherever that is shown; nothing under plain agreement. */
export function Terms({ terms }: { terms: MotionTerms }) {
  const { effect, conditions } = terms
  if (!effect) return null
  if (conditions.length === 0) return <Line label="通过后">{effect}</Line>
  return (
    <dl className="terms">
      <dt>{effect}</dt>
      <dd>
        <ol>
          {conditions.map(condition => (
            <li key={condition}>{condition}</li>
          ))}
        </ol>
      </dd>
    </dl>
  )
}

const Line = ({ label, children }: { label: string; children: string }) => (
  <dl className="terms">
    <dt>{label}</dt>
    <dd>{children}</dd>
  </dl>
)

/** The same in a line or two: for the wall, where the count needs its room, and for lists. */
export function TermsInLine({ terms: { effect, conditions } }: { terms: MotionTerms }) {
  if (!effect) return null
  const clauses = conditions.map((condition, at) => `${at + 1}. ${condition}`).join("；")
  return (
    <p className="terms-line">
      <b>{effect}</b>
      {clauses ? `：${clauses}` : null}
    </p>
  )
}
