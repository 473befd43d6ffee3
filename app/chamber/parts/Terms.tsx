import type { MotionTerms } from "~/chamber/motion-terms"

/** What the passing of a motion brings, under its text wherever that is shown; nothing under plain agreement. */
export function Terms({ terms, onWall }: { terms: MotionTerms; onWall?: true }) {
  const { effect, conditions } = terms
  if (!effect && conditions.length === 0) return null
  return (
    <dl className={onWall ? "terms terms--wall" : "terms"}>
      {effect ? (
        <div>
          <dt>通过后</dt>
          <dd>{effect}</dd>
        </div>
      ) : null}
      {conditions.length > 0 ? (
        <div>
          <dt>附带条件</dt>
          <dd>
            <ol>
              {conditions.map(condition => (
                <li key={condition}>{condition}</li>
              ))}
            </ol>
          </dd>
        </div>
      ) : null}
    </dl>
  )
}
