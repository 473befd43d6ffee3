import { Plus } from "lucide-react"
import { href } from "react-router"
import { readDesk } from "~/desk/desk"
import { IssueFigures, LateTasks, OwnAccount, WeekSheet } from "~/desk/parts/DeskAside"
import { DeskDues } from "~/desk/parts/DeskDues"
import { FirstSteps } from "~/desk/parts/FirstSteps"
import { UnansweredTable } from "~/desk/parts/UnansweredTable"
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
  const { today, now, later, steps, week, late, unanswered, figures, may } = loaderData
  const home = href("/c/:community", params)
  const isClear = now.length + later.length === 0
  return (
    <Page
      title={may.onlyLook && isClear ? "社区的事办得怎样" : titleOf(now.length, steps.length > 0)}
      lead={
        <>
          {formatDate(today)}　{weekdayOf(today)}　<Counts now={now} today={today} />
        </>
      }
      actions={
        <>
          {may.hasDuties ? <ButtonLink to={`${home}/tasks/duty`}>履职清单</ButtonLink> : null}
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
            {late.total > 0 ? <LateTasks {...late} home={home} /> : null}
            <OwnAccount home={home} />
            {figures && figures.received > 0 && !may.onlyLook ? <IssueFigures figures={figures} /> : null}
          </>
        }
      >
        {steps.length > 0 ? <FirstSteps steps={steps} home={home} /> : null}
        {isClear ? null : <DeskDues now={now} later={later} home={home} />}
        {figures && may.onlyLook ? <IssueFigures figures={figures} /> : null}
        {isClear && steps.length === 0 && !may.onlyLook ? (
          <Empty title="手上的事都办完了">
            <p>有新的问题、会议或文书要办，会排在这里。</p>
          </Empty>
        ) : null}
        {unanswered.total > 0 ? <UnansweredTable {...unanswered} home={home} /> : null}
      </Columns>
    </Page>
  )
}

const titleOf = (count: number, isNew: boolean): string =>
  count > 0 ? `要办${count}件事` : isNew ? "先把这几样备齐" : "现在没有要办的事"

/** How many of them are late, and how many are of today. */
function Counts({ now, today }: { now: readonly { late: boolean; dueOn: string | null }[]; today: string }) {
  const late = now.filter(due => due.late).length
  const ofToday = now.filter(due => !due.late && due.dueOn === today).length
  if (late + ofToday === 0) return null
  return (
    <span className="nb">
      {late > 0 ? <b className="red">{late}件已经过了时间</b> : null}
      {late > 0 && ofToday > 0 ? "，" : null}
      {ofToday > 0 ? `${ofToday}件是今天的` : null}
    </span>
  )
}
