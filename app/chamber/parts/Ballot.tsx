import { type FormEvent, useState } from "react"
import { Form, href } from "react-router"
import { Announcement } from "~/chamber/parts/Announcement"
import { CheckedChoice } from "~/chamber/parts/CheckedChoice"
import { Choosing } from "~/chamber/parts/Choosing"
import { Countdown } from "~/chamber/parts/Countdown"
import { type Picked, pick } from "~/chamber/parts/picking"
import { personOf } from "~/chamber/parts/Seat"
import type { BallotParams, OpenBallot } from "~/chamber/rounds/ballot-page"
import type { FormView } from "~/ui/form-view"
import { TabletFrame } from "~/ui/TabletFrame"
import { newDigits, newRequestKey } from "~/web/random-text"
import { ballotBox } from "~/web/waiting-ballots"

type BallotProps = { ballot: OpenBallot; params: BallotParams; search: string; isChange: boolean }

/**
 * Choosing and checking on one page, so that neither needs the network: with the second press the ballot is put aside on
 * the tablet and sent from there. Without scripts the same form asks the server for the page of the check.
 */
export function Ballot({ ballot, params, search, isChange }: BallotProps) {
  const [picked, setPicked] = useState<Picked | null>(null)
  const [form, setForm] = useState<FormView>()
  // Made once for this ballot: who thinks again has copied it already.
  const [code, setCode] = useState<string | null>(null)

  function choose(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
    const marks = new FormData(event.currentTarget).getAll("mark").map(String)
    const chosen = pick(ballot, button?.value ?? "", marks)
    window.scrollTo(0, 0)
    if (typeof chosen === "string") return setForm({ values: { mark: marks }, errors: { choice: chosen } })
    if (ballot.hasCodes) setCode(code ?? newDigits(8))
    setForm({ values: { mark: marks }, errors: {} })
    setPicked(chosen)
  }

  function cast(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!picked) return
    const { me, voter, item, subject } = ballot
    ballotBox().put({
      key: newRequestKey(),
      to: `${href("/c/:community/m/:meetingId/vote/:roundId", params)}/cast${search}`,
      fields: { choice: picked.text, voterId: me.participantId, ...(code ? { code } : {}) },
      donePage: href("/c/:community/m/:meetingId/vote/:roundId/done", params) + search,
      about: { item, subject, person: voter.name },
      savedAt: Date.now(),
    })
  }

  if (!picked) return <Choosing {...{ ballot, params, search, isChange, form }} onChoose={choose} />
  const { me, item, subject, voter, motion, terms, options, secret, isChangeable, countdown } = ballot
  return (
    <TabletFrame item={item} subject={subject} person={personOf(me)}>
      <Announcement>请核对您的选择，再按“对，投出这一票”。</Announcement>
      <Form method="post" className="tab__form tab__form--check" onSubmit={cast}>
        <CheckedChoice
          {...{ picked, options, motion, terms, secret, isChangeable, code }}
          principal={voter.isPrincipal ? voter.name : null}
          again={href("/c/:community/m/:meetingId/vote/:roundId", params) + search}
          onAgain={() => setPicked(null)}
          countdown={<Countdown {...countdown} />}
        />
      </Form>
    </TabletFrame>
  )
}
