import { randomInt, randomUUID } from "node:crypto"
import { useState } from "react"
import { createContext, data, Form, href, type RouterContextProvider, redirect } from "react-router"
import { BallotGone } from "~/chamber/parts/BallotGone"
import { CheckedChoice } from "~/chamber/parts/CheckedChoice"
import { noneWord } from "~/chamber/parts/picking"
import { personOf } from "~/chamber/parts/Seat"
import { BallotForm, choiceOf, handIn } from "~/chamber/rounds/ballot-form"
import { ballotWords, checkBallot } from "~/chamber/rounds/ballot-marks"
import {
  type BallotParams,
  type BallotWish,
  ballotWishOf,
  readBallotPage,
  wishText,
} from "~/chamber/rounds/ballot-page"
import { OptionChoices } from "~/ui/Choice"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { type FormView, fieldValues } from "~/ui/form-view"
import { TabletFrame } from "~/ui/TabletFrame"
import { appContext, serverContext } from "~/web/context"
import { invalid, readForm, reply } from "~/web/forms"
import { useKeptAnswer, useLive } from "~/web/live-client"
import { speak, statusOf } from "~/web/refusals"
import type { Route } from "./+types/vote-check"

/** After these nothing can be mended on this page: it says why, and leads back to the hall. */
const isOver = new Set([
  "round_closed",
  "round_annulled",
  "voting_ended",
  "round_on_paper",
  "voter_has_paper",
  "voter_absent",
  "voter_left",
  "seat_handed_on",
  "proxy_not_held",
])

/** Whether this request is a press of the button: then the page is the answer to it, and leads nowhere else. */
const pressedContext = createContext(false)

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const wish = ballotWishOf(url.searchParams)
  const view = await readBallotPage(context, params, wish)
  // Whoever is told that a second ballot was not taken must not be led to the page that says it was received.
  if (view.me && view.hasVoted && !wish.isChange && !context.get(pressedContext))
    throw redirect(href("/c/:community/m/:meetingId/vote/:roundId/done", params) + wishText(wish))
  // Without scripts a tablet makes no code: then it is made here, shown, and kept nowhere.
  const code = view.me && view.hasCodes ? String(randomInt(1e8)).padStart(8, "0") : null
  return { ...view, params, search: wishText(wish), requestKey: randomUUID(), code }
}

/** The choice travels in the body alone: an address stays in the history of a tablet that is handed on. */
export async function action({ request, params, url, context }: Route.ActionArgs) {
  context.set(pressedContext, true)
  const wish = ballotWishOf(url.searchParams)
  const read = await readForm(request, BallotForm)
  if (!read.ok) return invalid(context, read)
  if (read.value.requestKey === undefined) return showChoice(context, params, wish, choiceOf(read.value), read.form)
  const result = await handIn(context.get(appContext), params.roundId, wish, read.value)
  if (!result.ok && isOver.has(result.code))
    return data(
      { form: read.form, gone: speak(context.get(serverContext).sentences, result) },
      { status: statusOf(result) },
    )
  const done = href("/c/:community/m/:meetingId/vote/:roundId/done", params)
  return reply(context, result, done + wishText(wish), read.form)
}

/** What was pressed, for the page to show: nothing is written. */
async function showChoice(
  context: Readonly<RouterContextProvider>,
  params: BallotParams,
  wish: BallotWish,
  choice: string,
  form: FormView,
) {
  const ballot = await readBallotPage(context, params, wish)
  if (!ballot.me) return { form }
  const checked = checkBallot(ballot, choice)
  if (!checked.ok) return invalid(context, { refusal: checked, form })
  const picked = { text: checked.value, words: ballotWords(ballot, checked.value) }
  return { form: { ...form, values: { ...form.values, picked: picked.text, words: picked.words } } }
}

export const meta: Route.MetaFunction = () => [{ title: "核对您的选择" }]

/** Check your answer, where no script shows it on the page of the choice: after this nothing can be changed. */
export default function VoteCheck({ loaderData, actionData }: Route.ComponentProps) {
  const { params, search } = loaderData
  // One key for as long as this page is open: pressed twice, or sent again after a lost answer, it is one ballot.
  const [requestKey] = useState(loaderData.requestKey)
  // As the key: a live update that finds another delegate seated here does not make the choice theirs.
  const [voterId] = useState(loaderData.me?.participantId)
  const [code] = useState(loaderData.code)
  const answer = useKeptAnswer(actionData)
  useLive(params.community, [`meeting:${params.meetingId}`])
  const gone = answer && "gone" in answer && typeof answer.gone === "string" ? answer.gone : null
  if (gone || !loaderData.me) return <BallotGone sentence={gone ?? loaderData.gone ?? ""} seat={loaderData.seat} />
  const { me, voter, item, subject, motion, terms, options, seats, secret, isChangeable } = loaderData
  const form = answer?.form
  const picked = pickedOf(form)
  return (
    <TabletFrame item={item} subject={subject} person={personOf(me)}>
      <Form method="post" className={!picked && options ? "tab__form" : "tab__form tab__form--check"}>
        <ErrorSummary form={form} />
        {!picked && options ? (
          <>
            <h1 className="vh">请重新选择</h1>
            <p className="lead">{motion}</p>
            <OptionChoices options={options} seats={seats} marked={fieldValues(form, "mark")} noneWord={noneWord} />
          </>
        ) : (
          <CheckedChoice
            {...{ picked, options, requestKey, voterId, code, motion, terms, secret, isChangeable }}
            principal={voter.isPrincipal ? voter.name : null}
            again={href("/c/:community/m/:meetingId/vote/:roundId", params) + search}
          />
        )}
      </Form>
    </TabletFrame>
  )
}

/** Kept in the form, so that a refused cast shows the same choice again. */
function pickedOf(form: FormView | undefined): { text: string; words: string } | null {
  const { picked, words } = form?.values ?? {}
  return typeof picked === "string" && typeof words === "string" && picked ? { text: picked, words } : null
}
