import { Form, href, redirect } from "react-router"
import { z } from "zod"
import { personOf } from "~/chamber/parts/Seat"
import { groundNames } from "~/chamber/rounds/challenge-words"
import { raiseChallenge, readOwnBallot } from "~/chamber/rounds/challenges"
import { readSeat } from "~/chamber/seat-views"
import { ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Note } from "~/ui/Note"
import { TabletFrame } from "~/ui/TabletFrame"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { useKeptAnswer, useLive } from "~/web/live-client"
import type { Route } from "./+types/vote-challenge"

const grounds = ["notRecorded", "recordedWrong", "other"] as const

const ChallengeForm = z.object({ ground: z.enum(grounds, "请选一个理由") })

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  if (ctx.actor.seat?.meetingId !== params.meetingId) throw redirect(href("/c/:community/m/:meetingId", params))
  const { me, now } = orThrow(context, await readSeat(ctx))
  const seat = href("/c/:community/m/:meetingId/seat", params)
  // Proclaimed meanwhile, answered, or another round: the hall's page says how it stands.
  if (now.kind !== "counting" || now.roundId !== params.roundId || !now.mayChallenge) throw redirect(seat)
  // Only who asked for it: neighbours can see.
  const isAsked = url.searchParams.get("own") === "1" && !now.secret
  const own = isAsked ? orThrow(context, await readOwnBallot(ctx, params.roundId)) : null
  const { item, motion } = now.matter
  return { params, me, seat, item, motion: motion.content, isAsked, own }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, ChallengeForm)
  if (!read.ok) return invalid(context, read)
  const result = await raiseChallenge(context.get(appContext), { roundId: params.roundId, ground: read.value.ground })
  return reply(context, result, href("/c/:community/m/:meetingId/seat", params), read.form)
}

export const meta: Route.MetaFunction = () => [{ title: "对计票的异议" }]

/** 看我的票记成什么, 我有异议: by large buttons, with nothing to type. */
export default function VoteChallenge({ loaderData, actionData }: Route.ComponentProps) {
  const { params, me, seat, item, motion, isAsked, own } = loaderData
  const form = useKeptAnswer(actionData)?.form
  useLive(params.community, [`meeting:${params.meetingId}`])
  return (
    <TabletFrame
      item={`第${item.ordinal}项`}
      subject={item.title}
      person={personOf(me)}
      foot={<ButtonLink to={seat}>没有异议，回会场页</ButtonLink>}
    >
      <Form method="post" className="tab__form tab__form--check">
        <ErrorSummary form={form} />
        <h1>{isAsked ? "您的票记成什么" : "您对计票有什么异议"}</h1>
        <p className="lead">{motion}</p>
        {isAsked ? <Note>{ownWords(own)}</Note> : null}
        <fieldset className="grounds">
          <legend>{isAsked ? "与您投的不一样，请按一个" : "按一个就提交，主持人会当场核对、答复"}</legend>
          {grounds.map(ground => (
            <button key={ground} className="askbtn" type="submit" name="ground" value={ground}>
              {groundNames[ground]}
            </button>
          ))}
        </fieldset>
      </Form>
    </TabletFrame>
  )
}

type Own = Route.ComponentProps["loaderData"]["own"]

function ownWords(own: Own): string {
  if (!own) return "这一轮没有记到您的票。"
  const { choiceName, channel, changes, helperName } = own
  return [
    `记的是：${choiceName}。`,
    channel === "paper" ? "用纸票投的。" : "",
    changes > 0 ? `改投过${changes}次，以最后一次为准。` : "",
    helperName ? `由${helperName}代操作。` : "",
  ].join("")
}
