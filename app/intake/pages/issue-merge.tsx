import { Search } from "lucide-react"
import { Form, href } from "react-router"
import { z } from "zod"
import { mergeIssues } from "~/intake/merging"
import { listMergeCandidates, type MergeCandidate } from "~/intake/merging-views"
import { Button, ButtonLink } from "~/ui/Button"
import { CheckGroup } from "~/ui/CheckField"
import { Empty } from "~/ui/Empty"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { type FormView, field, fieldValues } from "~/ui/form-view"
import { Icon } from "~/ui/Icon"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"
import { appContext } from "~/web/context"
import { severalTexts } from "~/web/form-values"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/issue-merge"

const MergeForm = z
  .object({
    issue: severalTexts,
    reason: z.string().trim().min(1, "请写明为什么是同一件事").max(500, "最多500个字"),
    firstAnswer: z.string().trim().max(2000, "最多2000个字").default(""),
    firstMeans: z.string().trim().max(50, "最多50个字").default(""),
  })
  .refine(form => !form.firstAnswer || form.firstMeans, {
    path: ["firstMeans"],
    message: "请填怎样告诉的，如电话、当面",
  })

export async function loader({ params, url, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const search = (url.searchParams.get("q") ?? "").trim().slice(0, 100)
  const { head, ...candidates } = orThrow(context, await listMergeCandidates(ctx, params.issueId, search))
  return {
    ...candidates,
    search,
    title: head.title,
    content: head.content,
    isSorted: head.state === "sorted",
    community: ctx.community.name,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, MergeForm)
  if (!read.ok) return invalid(context, read)
  const { issue: issueIds, reason, firstAnswer: content, firstMeans: means } = read.value
  const firstAnswer = content ? { content, means } : undefined
  const merged = await mergeIssues(context.get(appContext), { intoId: params.issueId, issueIds, reason, firstAnswer })
  return reply(context, merged, href("/c/:community/issues/:issueId", params), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `并案 - ${loaderData?.community ?? ""}议事驿站` }]

export default function IssueMerge({ loaderData, actionData, params }: Route.ComponentProps) {
  const { number, title, content, search, likes, found, isSorted } = loaderData
  const form = actionData?.form
  const back = href("/c/:community/issues/:issueId", params)
  const candidates = [...likes, ...found]
  return (
    <Page
      title="并案"
      lead={`把说同一件事的并到${number}“${title}”`}
      crumbs={[
        { label: "问题台账", to: href("/c/:community/issues", params) },
        { label: number, to: back },
        { label: "并案" },
      ]}
      summary={<ErrorSummary form={form} order={["issue", "reason", "firstAnswer", "firstMeans"]} />}
    >
      <Sheet title="这一件">
        <p className="quote">{content}</p>
        <Form className="filter" method="get" role="search" aria-label="找别的问题">
          <div className="filter__q">
            <TextField label="按编号或字词找" name="q" type="search" defaultValue={search} maxLength={100} />
          </div>
          <Button>
            <Icon of={Search} />
            查找
          </Button>
        </Form>
      </Sheet>
      <Sheet title="并进来的">
        {candidates.length === 0 ? (
          <Empty title={search ? "没有找到能并进来的问题" : "没有看到相像的问题"}>
            换几个字找找。已经办结、已经并入别处、已经列为协商的，不能并进来。
            {isSorted ? null : "已经处置过的，请打开那一件，把这一件并过去。"}
          </Empty>
        ) : (
          <MergeFields form={form} candidates={candidates} isSorted={isSorted} back={back} />
        )}
      </Sheet>
    </Page>
  )
}

type MergeFieldsProps = { form: FormView | undefined; candidates: MergeCandidate[]; isSorted: boolean; back: string }

function MergeFields({ form, candidates, isSorted, back }: MergeFieldsProps) {
  return (
    <Form method="post">
      <FormColumn>
        <CheckGroup
          name="issue"
          label="哪几件是同一件事"
          hint="原来的都留着，提出人各自得到答复，并错了可以拆开"
          stacked
          error={form?.errors.issue}
          defaultValues={fieldValues(form, "issue")}
          options={candidates.map(one => ({
            value: one.id,
            label: `${one.title}（${one.number}）`,
            hint: one.facts.join("，"),
          }))}
        />
        <TextField label="为什么是同一件事" maxLength={500} {...field(form, "reason")} />
        {isSorted ? (
          <>
            <TextArea
              label="受理答复"
              hint="这一件已经处置过。告诉并进来的居民：事情已经在办"
              rows={2}
              maxLength={2000}
              {...field(form, "firstAnswer")}
            />
            <TextField
              label="怎样告诉的"
              hint="如电话、当面、微信群"
              short
              maxLength={50}
              {...field(form, "firstMeans")}
            />
          </>
        ) : null}
        <div className="row">
          <Button kind="main">并进来</Button>
          <ButtonLink to={back}>不并了</ButtonLink>
        </div>
      </FormColumn>
    </Form>
  )
}
