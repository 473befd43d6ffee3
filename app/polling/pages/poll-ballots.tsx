import { Form, href } from "react-router"
import { z } from "zod"
import { readEntering } from "~/polling/ballot-views"
import { enterBallot } from "~/polling/ballots"
import { EnteringFields, enteringOrder } from "~/polling/parts/EnteringFields"
import { PapersAside } from "~/polling/parts/PapersAside"
import { answers } from "~/polling/rules"
import { ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Note } from "~/ui/Note"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/poll-ballots"

const EnterForm = z.object({
  ordinal: z
    .string()
    .transform(typed => typed.normalize("NFKC").replace(/[第号\s]/g, ""))
    .pipe(z.string().regex(/^\d{1,6}$/, "请填票上印的编号，如 12")),
  answer: z.enum(answers, "请选票上填的是哪一项"),
  returnedOn: z.string().trim().default(""),
  proxyName: z.string().trim().max(40, "最多40个字").default(""),
  note: z.string().trim().max(200, "最多200个字").default(""),
  existing: z.enum(["", "second", "correct"]).default(""),
  reason: z.string().trim().max(200, "最多200个字").default(""),
})

const became: Record<string, string> = {
  entered: "已录入，等另一个人核对。",
  corrected: "已改录，原来录的另存了一份，等另一个人核对。",
  setAside: "另存了一份，不计入。",
  again: "这一张已经在这里，没有重复录入。",
}

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const [word = "", ordinal = ""] = (url.searchParams.get("done") ?? "").split(":")
  const said = became[word] ? `${/^\d+$/.test(ordinal) ? `${ordinal}号` : ""}${became[word]}` : ""
  return {
    view: orThrow(context, await readEntering(ctx, params.pollId)),
    said,
    day: url.searchParams.get("day") ?? "",
    community: ctx.community.name,
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, EnterForm)
  if (!read.ok) return invalid(context, read)
  const { ordinal, existing, reason, ...paper } = read.value
  const input = { pollId: params.pollId, ordinal: Number(ordinal), paper, existing, reason }
  const result = await enterBallot(context.get(appContext), input)
  const here = href("/c/:community/polls/:pollId/ballots", params)
  return reply(
    context,
    result,
    entered =>
      `${here}?${new URLSearchParams({ done: `${entered.became}:${entered.ordinal}`, day: paper.returnedOn })}`,
    read.form,
  )
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `录入表决票 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function PollBallots({ loaderData, actionData, params }: Route.ComponentProps) {
  const { view, said, day } = loaderData
  const form = actionData?.form
  const { counts } = view
  return (
    <Page
      title="录入收回的票"
      lead={`${view.title}：已录入${counts.entered}张，票册共${counts.voters}张，待核对${counts.unchecked}张`}
      crumbs={[
        { label: "书面表决", to: href("/c/:community/polls", params) },
        { label: view.title, to: href("/c/:community/polls/:pollId", params) },
        { label: "录入" },
      ]}
      actions={<ButtonLink to={href("/c/:community/polls/:pollId/check", params)}>核对</ButtonLink>}
      summary={
        <>
          <ErrorSummary form={form} order={enteringOrder} />
          {said && !form ? <Note kind="ok" live title={said} /> : null}
        </>
      }
    >
      <div className="stack-l">
        <Sheet title="录入" titleHidden>
          <Form method="post" key={said}>
            <FormColumn>
              <EnteringFields form={form} day={day || (view.today > view.closesOn ? view.closesOn : view.today)} />
            </FormColumn>
          </Form>
        </Sheet>
        <PapersAside view={view} />
      </div>
    </Page>
  )
}
