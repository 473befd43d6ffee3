import type { Principal } from "~/chamber/seat-place"
import { ButtonLink } from "~/ui/Button"

/** 代某某投票: once one's own ballot is in, those one stands for follow, one after the other. */
export function SeatPrincipals({ principals, ballot }: { principals: readonly Principal[]; ballot: string }) {
  const left = principals.filter(principal => !principal.hasVoted)
  if (left.length === 0) return null
  return (
    <section className="tab__after" aria-labelledby="principals">
      <h2 id="principals">您还要代人投票</h2>
      <div className="row">
        {left.map(({ participantId, name }) => (
          <ButtonLink key={participantId} kind="big" to={`${ballot}?for=${participantId}`}>
            代{name}投票
          </ButtonLink>
        ))}
      </div>
    </section>
  )
}
