import { Link } from "react-router"
import type { WeekMeeting } from "~/desk/desk"
import type { DeskFigures } from "~/desk/figures"
import type { LateTask } from "~/desk/task-dues"
import { Figures } from "~/ui/Figures"
import { Segments } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"

/** Meetings of the seven days that begin today, or the next one to come. */
export function WeekSheet({ week, home }: { week: readonly WeekMeeting[]; home: string }) {
  return (
    <Sheet title="近几天的会议" more={{ to: `${home}/meetings`, label: "全部会议" }} flush>
      {week.length === 0 ? (
        <p className="sheet__body soft">没有排会。</p>
      ) : (
        <ul className="week">
          {week.map(meeting => (
            <li key={meeting.id}>
              <b>{meeting.day}</b>
              <div>
                {meeting.time}　<Link to={home + meeting.to}>{meeting.title}</Link>
                <span>
                  <Segments items={meeting.facts} />
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}

/** On a phone the letterhead has no room for them. */
export function OwnAccount({ home }: { home: string }) {
  return (
    <section className="quiet" aria-labelledby="own-account">
      <h2 id="own-account">我的账号</h2>
      <p className="row">
        <Link to={`${home}/accounts/own`}>我的登录</Link>
        <Link to="/password">改密码</Link>
      </p>
    </section>
  )
}

/** 逾期的交办, with how long and who has it. */
export function LateTasks({ rows, total, home }: { rows: readonly LateTask[]; total: number; home: string }) {
  return (
    <Sheet title="逾期的交办" more={{ to: `${home}/tasks?tab=late`, label: `全部${total}件` }} flush>
      <ul className="week">
        {rows.map(task => (
          <li key={task.id}>
            <b className="red">{task.days}天</b>
            <div>
              <Link to={`${home}/tasks/${task.id}`}>{task.title}</Link>
              <span>
                <Segments items={task.facts} />
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

/** This year's few figures, last on the page. */
export function IssueFigures({ figures }: { figures: DeskFigures }) {
  const { year, received, closed, unanswered, meanDays, rated } = figures
  return (
    <section className="quiet" aria-labelledby="figures">
      <h2 id="figures">{year}年至今</h2>
      <Figures
        items={[
          { label: "收到问题", value: received, unit: "条" },
          { label: "已答复", value: closed, unit: "条" },
          { label: "还没有答复", value: unanswered, unit: "条" },
          ...(meanDays === null ? [] : [{ label: "平均办结", value: meanDays, unit: "天" }]),
          ...(rated.whole === 0 ? [] : [{ label: "评议满意", value: rated.satisfied, unit: `/ ${rated.whole}` }]),
        ]}
      />
    </section>
  )
}
