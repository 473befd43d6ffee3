import { href } from "react-router"
import { MotionForm, type MotionIntent, motionIntents, pressOnMotion } from "~/chamber/motions/motion-form"
import { type MotionPage, readMotion } from "~/chamber/motions/motion-page"
import { MotionForms } from "~/chamber/parts/MotionForms"
import {
  MotionAmendments,
  MotionDissents,
  MotionRecommendations,
  MotionRounds,
  MotionText,
  MotionWordings,
} from "~/chamber/parts/MotionSheets"
import { ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Columns, Page } from "~/ui/Page"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { useLive } from "~/web/live-client"
import type { Route } from "./+types/motion"

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const motion = orThrow(context, await readMotion(ctx, params))
  const asked = motionIntents.find(one => one === url.searchParams.get("do"))
  return {
    motion,
    doing: asked && mayDo(motion, asked) ? asked : null,
    dissentId: url.searchParams.get("dissent"),
    params,
    community: ctx.community.name,
  }
}

const mayDo = ({ may }: MotionPage, intent: MotionIntent): boolean => may[intent === "explain" ? "dissent" : intent]

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, MotionForm)
  if (!read.ok) return invalid(context, read)
  const result = await pressOnMotion(context.get(appContext), params, read.value)
  return reply(context, result, href("/c/:community/meetings/:meetingId/motions/:motionId", params), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.motion.name ?? "表决事项"} - ${loaderData?.community ?? ""}议事驿站` },
]

/** 一件表决事项: its text with every earlier one, amendments, recommendations, other opinions, and its rounds. */
export default function Motion({ loaderData, actionData }: Route.ComponentProps) {
  const { motion, doing, dissentId, params } = loaderData
  useLive(params.community, [`meeting:${params.meetingId}`])
  const { community, meetingId } = params
  const here = href("/c/:community/meetings/:meetingId/motions/:motionId", params)
  const ask = (intent: MotionIntent) => `${here}?do=${intent}`
  const to = {
    motion: (motionId: string) =>
      href("/c/:community/meetings/:meetingId/motions/:motionId", { community, meetingId, motionId }),
    round: (roundId: string) => `/c/${community}/meetings/${meetingId}/rounds/${roundId}`,
  }
  const back = motion.isRecorder
    ? `${href("/c/:community/meetings/:meetingId/record", params)}?item=${motion.agendaItemId}`
    : href("/c/:community/meetings/:meetingId", params)
  return (
    <Page
      title={motion.name}
      lead={motion.itemTitle}
      crumbs={[{ label: motion.isRecorder ? "记录台" : motion.title, to: back }, { label: motion.name }]}
      summary={<ErrorSummary form={actionData?.form} />}
      actions={
        doing ? null : (
          <>
            {motion.may.withdraw ? <ButtonLink to={ask("withdraw")}>撤回</ButtonLink> : null}
            {motion.may.adopt ? <ButtonLink to={ask("adopt")}>不经表决采纳</ButtonLink> : null}
            {motion.may.amend ? (
              <ButtonLink kind="main" to={ask("amend")}>
                提出修正
              </ButtonLink>
            ) : null}
          </>
        )
      }
    >
      <Columns
        aside={
          <>
            <MotionRecommendations motion={motion} add={ask("recommend")} />
            <MotionRounds motion={motion} to={to} />
          </>
        }
      >
        {doing ? (
          <MotionForms motion={motion} intent={doing} form={actionData?.form} dissentId={dissentId} back={here} />
        ) : null}
        <MotionText motion={motion} to={to} />
        <MotionAmendments motion={motion} to={to} />
        <MotionDissents motion={motion} add={ask("dissent")} explain={ask("explain")} />
        <MotionWordings motion={motion} />
      </Columns>
    </Page>
  )
}
