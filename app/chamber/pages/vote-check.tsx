import { randomUUID } from "node:crypto"
import { useState } from "react"
import { createContext, data, Form, href, type RouterContextProvider, redirect } from "react-router"
import { z } from "zod"
import { BallotGone } from "~/chamber/parts/BallotGone"
import { CheckedChoice } from "~/chamber/parts/CheckedChoice"
import { personOf } from "~/chamber/parts/Seat"
import { ballotWords, checkBallot } from "~/chamber/rounds/ballot-marks"
import { type BallotParams, readBallotPage } from "~/chamber/rounds/ballot-page"
import { castBallot } from "~/chamber/rounds/ballots"
import { markedChoice, OptionChoices } from "~/ui/Choice"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { type FormView, fieldValues } from "~/ui/form-view"
import { TabletFrame } from "~/ui/TabletFrame"
import { appContext, serverContext } from "~/web/context"
import { invalid, readForm, reply } from "~/web/forms"
import { useKeptAnswer, useLive } from "~/web/live-client"
import { speak, statusOf } from "~/web/refusals"
import type { Route } from "./+types/vote-check"

/** First the choice comes alone, to be shown and checked; then with the key of this page, to be cast. */
const BallotForm = z.object({
  choice: z.string().default(""),
  /** The boxes of a ballot on which several may be marked. */
  mark: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform(marked => [marked].flat()),
  requestKey: z.string().optional(),
  voterId: z.string().optional(),
})

/** After these nothing can be mended on this page: it says why, and leads back to the hall. */
const isOver = new Set(["round_closed", "round_annulled", "voter_absent", "voter_left", "seat_handed_on"])

/** Whether this request is a press of the button: then the page is the answer to it, and leads nowhere else. */
const pressedContext = createContext(false)

export async function loader({ params, context }: Route.LoaderArgs) {
  const view = await readBallotPage(context, params)
  // Whoever is told that a second ballot was not taken must not be led to the page that says it was received.
  if (view.me && view.hasVoted && !context.get(pressedContext))
    throw redirect(href("/c/:community/m/:meetingId/vote/:roundId/done", params))
  return { ...view, params, requestKey: randomUUID() }
}

/** The choice travels in the body alone: an address stays in the history of a tablet that is handed on. */
export async function action({ request, params, context }: Route.ActionArgs) {
  context.set(pressedContext, true)
  const read = await readForm(request, BallotForm)
  if (!read.ok) return invalid(context, read)
  const { requestKey, voterId } = read.value
  const choice = read.value.choice === markedChoice ? read.value.mark.join("+") : read.value.choice
  if (requestKey === undefined) return showChoice(context, params, choice, read.form)
  const result = await castBallot(context.get(appContext), { roundId: params.roundId, choice, requestKey, voterId })
  if (!result.ok && isOver.has(result.code))
    return data(
      { form: read.form, gone: speak(context.get(serverContext).sentences, result) },
      { status: statusOf(result) },
    )
  return reply(context, result, href("/c/:community/m/:meetingId/vote/:roundId/done", params), read.form)
}

/** What was pressed, for the page to show: nothing is written. */
async function showChoice(
  context: Readonly<RouterContextProvider>,
  params: BallotParams,
  choice: string,
  form: FormView,
) {
  const ballot = await readBallotPage(context, params)
  if (!ballot.me) return { form }
  const checked = checkBallot(ballot, choice)
  if (!checked.ok) return invalid(context, { refusal: checked, form })
  const picked = { text: checked.value, words: ballotWords(ballot, checked.value) }
  return { form: { ...form, values: { ...form.values, picked: picked.text, words: picked.words } } }
}

export const meta: Route.MetaFunction = () => [{ title: "核对您的选择" }]

/** Check your answer: after this nothing can be changed. */
export default function VoteCheck({ loaderData, actionData }: Route.ComponentProps) {
  const { params } = loaderData
  // One key for as long as this page is open: pressed twice, or sent again after a lost answer, it is one ballot.
  const [requestKey] = useState(loaderData.requestKey)
  // As the key: a live update that finds another delegate seated here does not make the choice theirs.
  const [voterId] = useState(loaderData.me?.participantId)
  const answer = useKeptAnswer(actionData)
  useLive(params.community, [`meeting:${params.meetingId}`])
  const gone = answer && "gone" in answer && typeof answer.gone === "string" ? answer.gone : null
  if (gone || !loaderData.me) return <BallotGone sentence={gone ?? loaderData.gone ?? ""} seat={loaderData.seat} />
  const { me, item, subject, motion, terms, options, seats, secret } = loaderData
  const form = answer?.form
  const picked = pickedOf(form)
  if (!picked && options)
    return (
      <TabletFrame item={item} subject={subject} person={personOf(me)}>
        <Form method="post" className="tab__form">
          <ErrorSummary form={form} />
          <h1 className="vh">请重新选择</h1>
          <p className="lead">{motion}</p>
          <OptionChoices options={options} seats={seats} marked={fieldValues(form, "mark")} noneWord="均不同意" />
        </Form>
      </TabletFrame>
    )
  return (
    <TabletFrame item={item} subject={subject} person={personOf(me)}>
      <Form method="post" className="tab__form tab__form--check">
        <ErrorSummary form={form} />
        <CheckedChoice
          picked={picked}
          options={options}
          requestKey={requestKey}
          voterId={voterId}
          motion={motion}
          terms={terms}
          secret={secret}
          again={href("/c/:community/m/:meetingId/vote/:roundId", params)}
        />
      </Form>
    </TabletFrame>
  )
}

/** Kept in the form, so that a refused cast shows the same choice again. */
function pickedOf(form: FormView | undefined): { text: string; words: string } | null {
  const { picked, words } = form?.values ?? {}
  return typeof picked === "string" && typeof words === "string" && picked ? { text: picked, words } : null
}
