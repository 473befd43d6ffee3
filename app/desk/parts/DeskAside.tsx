import { Link } from "react-router"
import type { WeekMeeting } from "~/desk/desk"
import { Figures } from "~/ui/Figures"
import { Segments } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"

/** Meetings of the seven days that begin today. */
export function WeekSheet({ week, home }: { week: readonly WeekMeeting[]; home: string }) {
  return (
    <Sheet title="七天内的会议" more={{ to: `${home}/meetings`, label: "全部会议" }} flush>
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

export function IssueFigures({ issues }: { issues: { total: number; open: number; closed: number } }) {
  return (
    <section className="quiet" aria-labelledby="figures">
      <h2 id="figures">至今的问题</h2>
      <Figures
        items={[
          { label: "收到", value: issues.total, unit: "条" },
          { label: "在办", value: issues.open, unit: "条" },
          { label: "已办结", value: issues.closed, unit: "条" },
        ]}
      />
    </section>
  )
}
