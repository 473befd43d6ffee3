import { href } from "react-router"
import { z } from "zod"
import { may } from "~/people/permissions"
import { openPoll } from "~/polling/announcing"
import { manyOnAPoll } from "~/polling/audit-words"
import { doneWords, stepsOf } from "~/polling/page-words"
import { PollBadge } from "~/polling/parts/PollBadge"
import { PollFacts } from "~/polling/parts/PollFacts"
import { PollNext } from "~/polling/parts/PollNext"
import { readPoll } from "~/polling/reading"
import { readTimeline } from "~/registry/timeline"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Figures } from "~/ui/Figures"
import { Note } from "~/ui/Note"
import { Page, Segments } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { Steps } from "~/ui/Steps"
import { Timeline } from "~/ui/Timeline"
import { appContext, serverContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/poll"

const PollForm = z.object({ intent: z.literal("open") })

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const words = Object.fromEntries(
    Object.entries(context.get(serverContext).auditWords).filter(([action]) => !manyOnAPoll.includes(action)),
  )
  const poll = orThrow(context, await readPoll(ctx, params.pollId))
  return {
    poll,
    done: doneWords[url.searchParams.get("done") ?? ""] ?? "",
    timeline: may(ctx.actor, "audit:read") ? await readTimeline(ctx, words, [{ kind: "poll", ids: [poll.id] }]) : [],
    community: ctx.community.name,
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, PollForm)
  if (!read.ok) return invalid(context, read)
  const result = await openPoll(context.get(appContext), { pollId: params.pollId })
  return reply(context, result, `${href("/c/:community/polls/:pollId", params)}?done=open`, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.poll.title ?? ""} - ${loaderData?.community ?? ""}议事驿站` },
]

export default function Poll({ loaderData, actionData, params }: Route.ComponentProps) {
  const { poll, done, timeline } = loaderData
  const { figures } = poll
  return (
    <Page
      title={poll.title}
      lead={<Segments items={[<PollBadge key="state" state={poll.state} />, poll.kind, poll.number]} />}
      crumbs={[{ label: "书面表决", to: href("/c/:community/polls", params) }, { label: poll.title }]}
      summary={
        <>
          <ErrorSummary form={actionData?.form} />
          {done && !actionData ? <Note kind="ok" live title={done} /> : null}
        </>
      }
    >
      <div className="stack-l">
        {poll.state === "cancelled" ? null : (
          <Sheet title="办到哪一步" titleHidden>
            <Steps items={stepsOf(poll.state)} />
          </Sheet>
        )}
        <PollNext poll={poll} community={params.community} />
        {poll.state === "draft" || poll.state === "cancelled" ? null : (
          <Sheet title="票数">
            <Figures
              items={[
                { label: poll.isByHand ? "应参加" : "票册", value: figures.voters, unit: poll.isByHand ? "人" : "张" },
                ...(figures.isRolled ? [{ label: "已送达", value: figures.delivered, unit: "张" }] : []),
                { label: "已收回", value: figures.returned, unit: "张" },
                { label: poll.isByHand ? "待核对的计票单" : "待核对", value: figures.unchecked, unit: "张" },
              ]}
            />
          </Sheet>
        )}
        <Sheet title="内容">
          <PollFacts poll={poll} community={params.community} />
        </Sheet>
        {timeline.length > 0 ? (
          <Sheet title="经过">
            <Timeline
              items={timeline.map(entry => ({
                key: entry.id,
                when: entry.when,
                whenNote: entry.whenNote,
                title: entry.what,
                children: <p className="soft small">{entry.who}</p>,
              }))}
            />
          </Sheet>
        ) : null}
      </div>
    </Page>
  )
}
