import { href } from "react-router"
import { readChain } from "~/agenda/chain-reading"
import { ChainSheet } from "~/agenda/parts/ChainSheet"
import { Fieldworks } from "~/agenda/parts/Fieldworks"
import { NextProposal } from "~/agenda/parts/NextProposal"
import { ProcedureSheet } from "~/agenda/parts/ProcedureSheet"
import { StudySheet } from "~/agenda/parts/StudySheet"
import { TopicBadge } from "~/agenda/parts/TopicBadge"
import { TopicIssues } from "~/agenda/parts/TopicIssues"
import { TopicPhotos } from "~/agenda/parts/TopicPhotos"
import { BlockedProposals, EarlierWordings, ProposalInForce } from "~/agenda/parts/Wordings"
import { fieldworkFieldNames } from "~/agenda/rules"
import { actOnTopic, TopicForm } from "~/agenda/topic-forms"
import { readTopic } from "~/agenda/topic-reading"
import { readTopicTimeline } from "~/agenda/topic-timeline"
import { civilDateOf } from "~/law/civil-date"
import { refuse } from "~/law/result"
import { Log } from "~/registry/parts/Log"
import { photoMegabytes } from "~/registry/photos"
import { ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Facts } from "~/ui/Facts"
import { Columns, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext, serverContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/topic"

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const topic = orThrow(context, await readTopic(ctx, params.topicId))
  const timeline = await readTopicTimeline(ctx, context.get(serverContext).auditWords, topic)
  const chain = orThrow(context, await readChain(ctx, params.topicId))
  return { topic, chain, timeline, today: civilDateOf(ctx.now()), community: ctx.community.name }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  // A megabyte more than allowed, so that a photo just too large is told so beside its field.
  const read = await readForm(request, TopicForm, { fileMegabytes: photoMegabytes + 1, files: 1 })
  if (!read.ok && read.refusal.code === "body_too_large")
    return reply(
      context,
      refuse("photo_too_large", { field: "photo", megabytes: photoMegabytes, status: 413 }),
      "",
      read.form,
    )
  if (!read.ok) return invalid(context, read)
  const { result, part } = await actOnTopic(ctx, params.topicId, read.value, read.files[0]?.bytes)
  return reply<unknown>(context, result, `${href("/c/:community/topics/:topicId", params)}#${part}`, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.topic.title ?? "议题"} - ${loaderData?.community ?? ""}议事驿站` },
]

export default function Topic({ loaderData, actionData, params }: Route.ComponentProps) {
  const { topic, chain, timeline, today } = loaderData
  const to = {
    proposal: href("/c/:community/topics/:topicId/proposal", params),
    edit: href("/c/:community/topics/:topicId/edit", params),
    next: href("/c/:community/topics/:topicId/next", params),
    procedure: href("/c/:community/topics/:topicId/procedure", params),
    study: href("/c/:community/topics/:topicId/study", params),
    chain: href("/c/:community/topics/:topicId/chain", params),
  }
  const fieldworks = <Fieldworks topic={topic} today={today} form={actionData?.form} />
  return (
    <Page
      title={topic.title}
      lead={<TopicBadge state={topic.state} outcome={topic.outcome} returnOn={topic.returnOn} />}
      crumbs={[{ label: "议题", to: href("/c/:community/topics", params) }, { label: topic.number }]}
      actions={
        topic.mayReword ? (
          <>
            {topic.proposal ? (
              <ButtonLink to={`/c/${params.community}/topics/${topic.id}/opinion-form`}>征求意见表</ButtonLink>
            ) : null}
            <ButtonLink to={to.edit}>改名称和说明</ButtonLink>
            <ButtonLink kind={topic.proposal ? "plain" : "main"} to={to.proposal}>
              {topic.proposal ? "改方案" : "写方案"}
            </ButtonLink>
          </>
        ) : null
      }
      summary={<ErrorSummary form={actionData?.form} order={fieldworkFieldNames} />}
    >
      <Columns
        aside={
          <>
            <Sheet title="议题">
              <Facts
                items={[
                  { label: "编号", value: topic.number },
                  { label: "提出", value: `${topic.createdBy}，${topic.createdOn}` },
                  {
                    label: "为什么要议",
                    value: topic.background ? <span className="prewrap">{topic.background}</span> : null,
                  },
                ]}
              />
            </Sheet>
            <TopicIssues issues={topic.issues} community={params.community} linked={topic.mayReadIssues} />
            <ChainSheet chain={chain} to={to.chain} />
            {topic.offersNext ? <NextProposal to={to.next} isRefused={topic.outcome === "notAgreed"} /> : null}
          </>
        }
      >
        {topic.mayRecordFieldwork ? fieldworks : null}
        <ProcedureSheet procedure={topic.procedure} ask={to.procedure} community={params.community} />
        <ProposalInForce topic={topic} />
        <StudySheet procedure={topic.procedure} to={to.study} />
        {topic.mayRecordFieldwork ? null : fieldworks}
        <EarlierWordings wordings={topic.earlier} />
        <BlockedProposals blocked={topic.blocked} />
        <TopicPhotos
          photos={topic.photos}
          community={params.community}
          mayEdit={topic.mayEdit}
          form={actionData?.form}
        />
        <Log entries={timeline} />
      </Columns>
    </Page>
  )
}
