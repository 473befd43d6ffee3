import { href } from "react-router"
import { VotePaper } from "~/polling/parts/VotePaper"
import { readPapers } from "~/polling/roll-views"
import { ButtonLink } from "~/ui/Button"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/poll-papers"

export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return { view: orThrow(context, await readPapers(ctx, params.pollId)), community: ctx.community.name }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `表决票 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function PollPapers({ loaderData, params }: Route.ComponentProps) {
  const { view } = loaderData
  return (
    <main className="page" id="main" tabIndex={-1}>
      <div className="screen-only stack">
        <h1>打印表决票</h1>
        <p className="soft">
          {view.kind === "election"
            ? `共要${view.copies}张，票面都一样，不印编号和姓名。打印下面这一张，复印${view.copies}份，盖章后使用。`
            : `共${view.papers.length}张，一人一张。用浏览器的打印，一页一张。盖章后按票册送达。`}
        </p>
        <p className="row">
          <ButtonLink to={href("/c/:community/polls/:pollId/papers/:paper", { ...params, paper: "ballots" })}>
            打印PDF并归档
          </ButtonLink>
          <ButtonLink to={href("/c/:community/polls/:pollId", params)}>回到这次表决</ButtonLink>
        </p>
      </div>
      {view.kind === "election" ? <VotePaper view={view} paper={null} /> : null}
      {view.papers.map(paper => (
        <VotePaper key={paper.ordinal} view={view} paper={paper} />
      ))}
    </main>
  )
}
