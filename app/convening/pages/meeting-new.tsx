import { Form, href } from "react-router"
import { z } from "zod"
import { draftMeeting } from "~/convening/meetings"
import { refuse } from "~/law/result"
import { agreementBaseNames } from "~/law/tally"
import { barInWords } from "~/law/threshold"
import { may } from "~/people/permissions"
import { ruleInForce } from "~/rulebook/in-force"
import { presetKeys, type RuleSnapshot } from "~/rulebook/rules"
import { Button } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { FormColumn, Page } from "~/ui/Page"
import { RadioGroup } from "~/ui/RadioGroup"
import { Sheet } from "~/ui/Sheet"
import { TextField } from "~/ui/TextField"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/meeting-new"

const NewMeetingForm = z.object({
  preset: z.string({ error: "请选开哪一种会" }).min(1, "请选开哪一种会"),
  title: z.string().trim().max(60, "最多60个字"),
})

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  if (!may(ctx.actor, "meeting:convene")) throw orThrow(context, refuse("forbidden"))
  const rules = await Promise.all(presetKeys.map(key => ruleInForce(ctx.db.read, ctx.community.id, key)))
  return {
    community: ctx.community.name,
    kinds: rules.map(rule => ({ value: rule.preset, label: rule.meetingKind, hint: hintOf(rule) })),
    preset: url.searchParams.get("preset") ?? "",
  }
}

/** Who takes part in each kind of meeting, in a few words. */
const whoComes: Record<RuleSnapshot["preset"], string> = {
  deliberation: "各类代表协商，形成协商意见",
  residents: "十八周岁以上的居民或者每户的代表参加，决定涉及全体居民利益的重要事项",
  representatives: "居委会成员和居民代表参加，决定居民会议授权的重要事项，其他人列席",
  partyAssembly: "本党组织的党员参加，四议两公开中审议方案",
  jointSession: "居委会、物业、业委会等坐到一起协调，不表决",
  openTalk: "请居民和有关单位来谈，当场或者限期答复，不表决",
}

function hintOf({ preset, quorum, agreement }: RuleSnapshot): string {
  const needed = quorum ? `应到${barInWords(quorum.bar)}到会` : ""
  const passing = agreement ? `${agreementBaseNames[agreement.base]}的${barInWords(agreement.bar)}赞成才通过` : ""
  return [whoComes[preset], needed, passing].filter(Boolean).join("，")
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, NewMeetingForm)
  if (!read.ok) return invalid(context, read)
  const result = await draftMeeting(context.get(appContext), read.value)
  const to = ({ meetingId }: { meetingId: string }) =>
    href("/c/:community/meetings/:meetingId/edit", { ...params, meetingId })
  return reply(context, result, to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `召集会议 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function MeetingNew({ loaderData, actionData, params }: Route.ComponentProps) {
  const form = actionData?.form
  return (
    <Page
      title="召集会议"
      crumbs={[{ label: "会议", to: href("/c/:community/meetings", params) }, { label: "召集会议" }]}
      summary={<ErrorSummary form={form} order={["preset", "title"]} />}
    >
      <Sheet title="开哪一种会" titleHidden>
        <Form method="post">
          <FormColumn>
            <RadioGroup
              label="开哪一种会"
              stacked
              options={loaderData.kinds}
              {...field(form, "preset", loaderData.preset)}
            />
            <TextField
              label="会议名称（选填）"
              hint="空着就叫“第几次协商议事会”，发通知时编号。"
              {...field(form, "title")}
            />
            <Button kind="main">接着填时间、议程和代表</Button>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}
