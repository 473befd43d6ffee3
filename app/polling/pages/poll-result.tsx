import { href } from "react-router"
import { LightGroups } from "~/polling/parts/Lights"
import { Rounds } from "~/polling/parts/Rounds"
import { outcomeNames, readResult } from "~/polling/result-views"
import { ButtonLink } from "~/ui/Button"
import { Facts } from "~/ui/Facts"
import { Figures } from "~/ui/Figures"
import { Note } from "~/ui/Note"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/poll-result"

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const view = orThrow(context, await readResult(ctx, params.pollId))
  return { view, outcomeName: outcomeNames[view.outcome], community: ctx.community.name }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `计票结果 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function PollResult({ loaderData, params }: Route.ComponentProps) {
  const { view, outcomeName } = loaderData
  const isElection = view.form === "election"
  return (
    <Page
      title={`${view.title}计票结果`}
      lead={`${view.number}，${view.proclaimedOn ? `${view.proclaimedOn}公布` : "还没有公布"}`}
      crumbs={[
        { label: "书面表决", to: href("/c/:community/polls", params) },
        { label: view.title, to: href("/c/:community/polls/:pollId", params) },
        { label: "计票结果" },
      ]}
      actions={
        view.proclaimedOn ? (
          <ButtonLink to={href("/c/:community/polls/:pollId/papers/:paper", { ...params, paper: "announcement" })}>
            计票结果公告
          </ButtonLink>
        ) : null
      }
    >
      <div className="stack-l">
        <Note
          kind={view.outcome === "passed" ? "ok" : "bad"}
          title={isElection ? view.sentences.join("") : `${view.outcomeName}：${outcomeName}`}
        />
        <LightGroups groups={view.groups} />
        <Rounds rounds={view.rounds} />
        {isElection ? null : (
          <Sheet title="结果说明">
            {[...view.sentences.entries()].map(([at, sentence]) => (
              <p key={at}>{sentence}</p>
            ))}
          </Sheet>
        )}
        <Sheet title="票数">
          <Figures items={view.papers.map(one => ({ ...one, unit: "张" }))} />
          <Facts items={view.figures} />
        </Sheet>
        <Sheet title="这次表决">
          <Facts
            items={[
              { label: "表决事项", value: view.question ? <span className="prewrap">{view.question}</span> : "" },
              { label: "种类", value: view.kind },
              { label: "范围", value: view.scope },
              { label: "收票", value: view.span },
              { label: "计票", value: view.closedOn },
              { label: "计票人", value: view.counters },
              { label: "监票人", value: view.scrutineers },
              { label: "规程", value: view.ruleName, note: `公告时固定，校验码${view.ruleHash.slice(0, 8)}` },
              {
                label: "异议",
                value: `结果张贴${view.noticeDays}天。有异议的，请到${view.office}反映${view.phone ? `，电话${view.phone}` : ""}。`,
              },
            ]}
          />
        </Sheet>
      </div>
    </Page>
  )
}
