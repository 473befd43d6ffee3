import { Form, href } from "react-router"
import { VersionField } from "~/people/parts/VersionField"
import { DraftForm } from "~/polling/draft-form"
import { readDraftView } from "~/polling/draft-views"
import { saveDraft } from "~/polling/drafting"
import { DraftFields, draftFieldOrder } from "~/polling/parts/DraftFields"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/poll-edit"

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return { draft: orThrow(context, await readDraftView(ctx, params.pollId)), community: ctx.community.name }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, DraftForm)
  if (!read.ok) return invalid(context, read)
  const result = await saveDraft(context.get(appContext), params.pollId, read.value)
  return reply(context, result, href("/c/:community/polls/:pollId/announce", params), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.draft.known.title ?? ""} - ${loaderData?.community ?? ""}议事驿站` },
]

export default function PollEdit({ loaderData, actionData, params }: Route.ComponentProps) {
  const { draft } = loaderData
  const form = actionData?.form
  const back = href("/c/:community/polls/:pollId", params)
  return (
    <Page
      title={draft.known.title}
      lead={`${draft.kind}${draft.estateName ? `，${draft.estateName}` : ""}`}
      crumbs={[
        { label: "书面表决", to: href("/c/:community/polls", params) },
        { label: draft.known.title, to: back },
        { label: "写内容" },
      ]}
      summary={<ErrorSummary form={form} order={draftFieldOrder} />}
    >
      <Sheet title="内容" titleHidden>
        <Form method="post">
          <VersionField form={form} version={draft.poll.version} />
          <FormColumn>
            <DraftFields form={form} draft={draft} />
            <p className="row">
              <Button kind="main">保存，看公告前的核对</Button>
              <ButtonLink to={back}>不改了</ButtonLink>
            </p>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}
