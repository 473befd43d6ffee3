import { href, useSearchParams } from "react-router"
import { recordChainStep } from "~/agenda/chain"
import { ChainForm, chainFieldNames } from "~/agenda/chain-form"
import { readChain } from "~/agenda/chain-reading"
import { ChainRecords } from "~/agenda/parts/ChainRecords"
import { ChainStepForm } from "~/agenda/parts/ChainStepForm"
import { ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Note } from "~/ui/Note"
import { Page } from "~/ui/Page"
import { Steps } from "~/ui/Steps"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/chain"

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return { chain: orThrow(context, await readChain(ctx, params.topicId)), community: ctx.community.name }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, ChainForm)
  if (!read.ok) return invalid(context, read)
  const result = await recordChainStep(context.get(appContext), { topicId: params.topicId, ...read.value })
  return reply(context, result, `${href("/c/:community/topics/:topicId/chain", params)}#${read.value.step}`, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `四议两公开 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function Chain({ loaderData, actionData, params }: Route.ComponentProps) {
  const { chain } = loaderData
  const [search] = useSearchParams()
  const form = actionData?.form
  // After a refused post the form of the same step stays, whatever was recorded meanwhile.
  const wantsAgain = chain.again !== null && (search.has("again") || form?.values.step === chain.again.step)
  const ask = wantsAgain ? chain.again : chain.next
  return (
    <Page
      title="四议两公开"
      lead={chain.proposal ? `${chain.title}，${chain.proposal}` : chain.title}
      crumbs={[
        { label: "议题", to: href("/c/:community/topics", params) },
        { label: chain.number, to: href("/c/:community/topics/:topicId", params) },
        { label: "四议两公开" },
      ]}
      summary={<ErrorSummary form={form} order={chainFieldNames} />}
    >
      <div className="stack-l">
        <Steps
          items={chain.steps.map(({ name, state, record }) => ({
            label: name,
            note: record ? `${record.outcome}，${record.heldOn}` : undefined,
            state: state === "done" ? "done" : state === "open" ? "todo" : "now",
          }))}
        />
        {chain.stopped ? (
          <Note kind="bad" title={`${chain.stopped}没有通过，到这一步停下`}>
            听取意见、改好以后重新召开这一步，再记一份；不再办的，就停在这里。另写下一个方案的，从第一步重新开始。
          </Note>
        ) : null}
        {chain.isComplete ? (
          <Note kind="ok" title="六步都有记录">
            可以打印本页，和会议记录一起存档。
          </Note>
        ) : null}
        {ask ? (
          <ChainStepForm
            key={`${ask.step} ${chain.seen}`}
            ask={ask}
            isAgain={wantsAgain}
            seen={chain.seen}
            today={chain.today}
            form={form}
          />
        ) : null}
        {chain.again && !wantsAgain ? (
          <p className="screen-only">
            <ButtonLink to="?again=1#record">重记{chain.again.name}</ButtonLink>
          </p>
        ) : null}
        <ChainRecords steps={chain.steps} />
      </div>
    </Page>
  )
}
