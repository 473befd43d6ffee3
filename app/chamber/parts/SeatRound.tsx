import { href } from "react-router"
import { SeatPrincipals } from "~/chamber/parts/SeatPrincipals"
import type { SeatRound as Round } from "~/chamber/seat-words"
import { ButtonLink } from "~/ui/Button"

type Props = { round: Round; params: { community: string; meetingId: string } }

/** What is left to press on a round besides the ballot: change it, vote for others, challenge the count. */
export function SeatRound({ round, params }: Props) {
  const place = { ...params, roundId: round.roundId }
  const ballot = href("/c/:community/m/:meetingId/vote/:roundId", place)
  const challenge = href("/c/:community/m/:meetingId/vote/:roundId/challenge", place)
  return (
    <>
      <SeatPrincipals principals={round.principals} ballot={ballot} />
      {round.mayChange ? (
        <div className="row">
          <ButtonLink to={`${ballot}?change=1`}>改投</ButtonLink>
        </div>
      ) : null}
      {round.mayChallenge || round.mayChallengeFor.length > 0 ? (
        <section className="tab__after" aria-labelledby="challenge">
          <h2 id="challenge">对计票有没有异议</h2>
          <div className="row">
            {round.mayChallenge && !round.secret ? (
              <ButtonLink to={`${challenge}?own=1`}>看我的票记成什么</ButtonLink>
            ) : null}
            {round.mayChallenge ? <ButtonLink to={challenge}>我有异议</ButtonLink> : null}
            {round.mayChallengeFor.map(({ participantId, name }) => (
              <ButtonLink key={participantId} to={`${challenge}?for=${participantId}`}>
                代{name}提出异议
              </ButtonLink>
            ))}
          </div>
        </section>
      ) : null}
    </>
  )
}
