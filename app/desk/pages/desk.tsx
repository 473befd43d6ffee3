import { Plus } from "lucide-react"
import { href } from "react-router"
import { readDesk } from "~/desk/desk"
import { IssueFigures, OwnAccount, WeekSheet } from "~/desk/parts/DeskAside"
import { DeskDues } from "~/desk/parts/DeskDues"
import { FirstSteps } from "~/desk/parts/FirstSteps"
import { formatDate, weekdayOf } from "~/law/civil-date"
import { ButtonLink } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { Icon } from "~/ui/Icon"
import { Columns, Page } from "~/ui/Page"
import { appContext } from "~/web/context"
import type { Route } from "./+types/desk"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return { ...(await readDesk(ctx)), community: ctx.community.name }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `工作台 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function Desk({ loaderData, params }: Route.ComponentProps) {
  const { today, dues, steps, week, issues, may } = loaderData
  const home = href("/c/:community", params)
  const late = dues.filter(due => due.late).length
  return (
    <Page
      title={dues.length > 0 ? `要办${dues.length}件事` : steps.length > 0 ? "先把这几样备齐" : "现在没有要办的事"}
      lead={
        <>
          {formatDate(today)}　{weekdayOf(today)}　{late > 0 ? <b className="red nb">{late}件已经过了时间</b> : null}
        </>
      }
      actions={
        <>
          {may.convene ? <ButtonLink to={`${home}/meetings/new`}>召集会议</ButtonLink> : null}
          {may.report ? (
            <ButtonLink kind="main" to={`${home}/issues/new`}>
              <Icon of={Plus} />
              登记问题
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <Columns
        aside={
          <>
            {may.readMeetings || week.length > 0 ? <WeekSheet week={week} home={home} /> : null}
            <OwnAccount home={home} />
            {issues && issues.total > 0 ? <IssueFigures issues={issues} /> : null}
          </>
        }
      >
        {steps.length > 0 ? <FirstSteps steps={steps} home={home} /> : null}
        {dues.length > 0 ? <DeskDues dues={dues} home={home} /> : null}
        {dues.length === 0 && steps.length === 0 ? (
          <Empty title="手上的事都办完了">
            <p>有新的问题、会议或文书要办，会排在这里。</p>
          </Empty>
        ) : null}
      </Columns>
    </Page>
  )
}
