import { href } from "react-router"
import { ProcedureTable } from "~/rulebook/parts/ProcedureTable"
import { readRulebook } from "~/rulebook/rulebook-views"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/rulebook"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return { ...orThrow(context, await readRulebook(ctx)), community: ctx.community.name }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `规程 - ${loaderData?.community ?? ""}议事驿站` }]

/** 规程: what each procedure is for, what it takes, and which version of it governs. */
export default function Rulebook({ loaderData, params }: Route.ComponentProps) {
  const to = (preset: string) => href("/c/:community/rulebook/:preset", { ...params, preset })
  return (
    <Page
      title="规程"
      lead="每件事该走哪个程序、多少人到会、多少人同意才算数。法律定了的只能更严；法律没定的由社区或者小区自己定，每一项都写明出处。"
      crumbs={[{ label: "规程" }]}
    >
      <div className="stack-l">
        <Sheet title="开会议定" flush>
          <ProcedureTable caption="开会议定的程序" rows={loaderData.meetings} to={to} />
        </Sheet>
        <Sheet title="书面表决" flush>
          <ProcedureTable caption="书面表决的程序" rows={loaderData.polls} to={to} />
        </Sheet>
      </div>
    </Page>
  )
}
