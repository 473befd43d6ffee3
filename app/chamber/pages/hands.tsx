import { Form, href } from "react-router"
import { HandsForm, pressOnHands, readHandsPage } from "~/chamber/paper/hands-page"
import { isPrinting, pressToPrint } from "~/chamber/paper/printing-form"
import { CountMatter } from "~/chamber/parts/CountMatter"
import { HandFigures } from "~/chamber/parts/HandFigures"
import { PrintPaper } from "~/chamber/parts/PrintPaper"
import { RoundOfficers } from "~/chamber/parts/RoundOfficers"
import { Button } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { Columns, Page } from "~/ui/Page"
import { RadioGroup } from "~/ui/RadioGroup"
import { Sheet } from "~/ui/Sheet"
import { TextField } from "~/ui/TextField"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { useKeptAnswer, useLive } from "~/web/live-client"
import type { Route } from "./+types/hands"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return { ...orThrow(context, await readHandsPage(ctx, params)), params, community: ctx.community.name }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, HandsForm)
  if (!read.ok) return invalid(context, read)
  const ctx = context.get(appContext)
  if (isPrinting(read.value)) {
    const filed = await pressToPrint(ctx, params, read.value)
    const at = (id: string) => href("/c/:community/documents/:documentId", { ...params, documentId: `${id}.pdf` })
    return reply(context, filed, ({ document }) => at(document.id), read.form)
  }
  const result = await pressOnHands(ctx, params.roundId, read.value)
  return reply(context, result, href("/c/:community/meetings/:meetingId/rounds/:roundId/hands", params), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `举手计数 - ${loaderData?.head.meetingTitle ?? ""} - ${loaderData?.community ?? ""}议事驿站` },
]

/** 举手计数: two counters, each for themselves; the vote is closed on the console once they agree. */
export default function Hands({ loaderData, actionData }: Route.ComponentProps) {
  const { params, head, counters, present, agrees } = loaderData
  const form = useKeptAnswer(actionData)?.form
  useLive(params.community, [`meeting:${params.meetingId}`, `meeting:${params.meetingId}:counts`])
  const back = href(
    head.isChair ? "/c/:community/meetings/:meetingId/console" : "/c/:community/meetings/:meetingId/desk",
    params,
  )
  const isCounting = head.isOpen && head.means === "hands" && counters.length > 0
  return (
    <Page
      title="举手计数"
      lead={`${head.matter}，${head.stateName}，在场可以表决的${present}人`}
      crumbs={[{ label: head.meetingTitle, to: back }, { label: "举手计数" }]}
      actions={<PrintPaper intent="printCountSheet">打印计票单</PrintPaper>}
      summary={<ErrorSummary form={form} />}
    >
      <Columns aside={<RoundOfficers head={head} form={form} />}>
        <CountMatter head={head} />
        <HandFigures counters={counters} agrees={agrees} />
        {isCounting ? (
          <Sheet title="报数">
            <Form method="post" className="stack form-column" key={counters.map(one => one.hasCounted).join()}>
              <input type="hidden" name="intent" value="count" />
              <RadioGroup
                label="哪位计票人数的"
                {...field(form, "counterId")}
                options={counters.map(one => ({ value: one.participantId, label: one.name }))}
              />
              <div className="hand-fields">
                <TextField label="赞成" inputMode="numeric" short autoComplete="off" {...field(form, "for")} />
                <TextField label="反对" inputMode="numeric" short autoComplete="off" {...field(form, "against")} />
                <TextField label="弃权" inputMode="numeric" short autoComplete="off" {...field(form, "abstain")} />
              </div>
              <p className="soft">两人各数各的，不看对方的数。数错了的再报一次，以后一次为准。</p>
              <div className="row">
                <Button kind="main">记下</Button>
              </div>
            </Form>
          </Sheet>
        ) : null}
      </Columns>
    </Page>
  )
}
