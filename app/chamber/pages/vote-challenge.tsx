import { Fragment } from "react"
import { Form, href, redirect } from "react-router"
import { z } from "zod"
import { personOf } from "~/chamber/parts/Seat"
import { readChallengePage } from "~/chamber/rounds/challenge-page"
import { groundNames } from "~/chamber/rounds/challenge-words"
import { type OwnBallot, raiseChallenge, readOwnBallot } from "~/chamber/rounds/challenges"
import { readSeat } from "~/chamber/seat-views"
import type { Result } from "~/law/result"
import { ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Note } from "~/ui/Note"
import { TabletFrame } from "~/ui/TabletFrame"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { useKeptAnswer, useLive } from "~/web/live-client"
import type { Route } from "./+types/vote-challenge"

const grounds = ["notRecorded", "recordedWrong", "other"] as const

const ChallengeForm = z.object({
  ground: z.enum(grounds, "请选一个理由"),
  /** Whose ballot it is about, where it is not the seat's own. */
  forParticipantId: z.string().optional(),
})

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  if (ctx.actor.seat?.meetingId !== params.meetingId) throw redirect(href("/c/:community/m/:meetingId", params))
  const { me, now } = orThrow(context, await readSeat(ctx))
  const seat = href("/c/:community/m/:meetingId/seat", params)
  // Proclaimed meanwhile, answered, or another round: the hall's page says how it stands.
  if (now.kind !== "counting" || now.roundId !== params.roundId) throw redirect(seat)
  const forWhom = url.searchParams.get("for") ?? undefined
  const page = orThrow(context, await readChallengePage(ctx, params.roundId, forWhom))
  if (!page.mayRaise && page.others.length === 0) throw redirect(seat)
  // Only who asked for it: neighbours can see.
  const isAsked = url.searchParams.get("own") === "1" && !now.secret
  const own = isAsked ? await readOwnBallot(ctx, params.roundId, forWhom) : null
  const { item, motion } = now.matter
  return { params, me, seat, item, motion: motion.content, isSecret: now.secret, page, own: own && ownWords(own) }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, ChallengeForm)
  if (!read.ok) return invalid(context, read)
  const ctx = context.get(appContext)
  const result = await raiseChallenge(ctx, { roundId: params.roundId, ...read.value })
  // Back to the hall, but for whom this seat stands for too and was not asked yet.
  const left = result.ok ? await readChallengePage(ctx, params.roundId) : null
  const next =
    left?.ok && left.value.others.length > 0
      ? href("/c/:community/m/:meetingId/vote/:roundId/challenge", params)
      : href("/c/:community/m/:meetingId/seat", params)
  return reply(context, result, next, read.form)
}

export const meta: Route.MetaFunction = () => [{ title: "对计票的异议" }]

/** 看我的票记成什么, 我有异议: by large buttons, with nothing to type. */
export default function VoteChallenge({ loaderData, actionData }: Route.ComponentProps) {
  const { params, me, seat, item, motion, page, own } = loaderData
  const { whose, mayRaise, earlier } = page
  const name = whose.isPrincipal ? whose.name : "您"
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
        <h1>{own ? `${name}的票记成什么` : headingOf(page)}</h1>
        <p className="lead">{motion}</p>
        {own ? <Note>{own}</Note> : null}
        {earlier ? <Note>{earlierWords(earlier)}</Note> : null}
        {mayRaise ? (
          <fieldset className="grounds">
            <legend>{own ? "与投的不一样，请按一个" : "按一个就提交，主持人会当场核对、答复"}</legend>
            {whose.isPrincipal ? <input type="hidden" name="forParticipantId" value={whose.participantId} /> : null}
            {grounds.map(ground => (
              <button key={ground} className="askbtn" type="submit" name="ground" value={ground}>
                {groundNames[ground]}
              </button>
            ))}
          </fieldset>
        ) : null}
      </Form>
      <Others {...loaderData} />
    </TabletFrame>
  )
}

type Loaded = Route.ComponentProps["loaderData"]

/** 代某某提: the ballots this seat cast for others, and back to its own. */
function Others({ params, page: { others, whose }, isSecret }: Loaded) {
  if (others.length === 0) return null
  const own = href("/c/:community/m/:meetingId/vote/:roundId/challenge", params)
  const at = (query: Record<string, string>) => `${own}?${new URLSearchParams(query)}`
  return (
    <section className="tab__after" aria-labelledby="others">
      <h2 id="others">{whose.isPrincipal ? "还有别的票" : "您代投的票"}</h2>
      <div className="row">
        {others.map(({ participantId, name, isPrincipal }) => {
          const of = isPrincipal ? { for: participantId } : undefined
          return (
            <Fragment key={participantId}>
              {isSecret ? null : (
                <ButtonLink to={at({ ...of, own: "1" })}>看{isPrincipal ? name : "我"}的票记成什么</ButtonLink>
              )}
              <ButtonLink to={at({ ...of })}>{isPrincipal ? `代${name}提异议` : "我有异议"}</ButtonLink>
            </Fragment>
          )
        })}
      </div>
    </section>
  )
}

function headingOf({ whose, mayRaise }: Loaded["page"]): string {
  if (!mayRaise) return `${whose.isPrincipal ? whose.name : "您"}的异议已提出`
  return whose.isPrincipal ? `代${whose.name}：对计票有什么异议` : "您对计票有什么异议"
}

const earlierWords = ({ groundName, answer }: NonNullable<Loaded["page"]["earlier"]>): string =>
  answer === null ? `已提出：${groundName}。正等主持人答复。` : `已提出：${groundName}。主持人答复：${answer}`

function ownWords(read: Result<OwnBallot | null>): string {
  if (!read.ok) return "这张票不是您代投的，只有本人能看。"
  const own = read.value
  if (!own) return "这一轮没有记到这张票。"
  const { choiceName, channel, changes, helperName } = own
  return [
    `记的是：${choiceName}。`,
    channel === "paper" ? "用纸票投的。" : "",
    changes > 0 ? `改投过${changes}次，以最后一次为准。` : "",
    helperName ? `由${helperName}代操作。` : "",
  ].join("")
}
