import type { PersonData } from "~/desk/person-data"
import { Facts } from "~/ui/Facts"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

/** Everything kept on a person, sheet by sheet; what is empty says so, because that too is an answer. */
export function PersonDataSheets({ data }: { data: PersonData }) {
  const { person } = data
  const none = (what: string) => <p className="soft">没有{what}。</p>
  return (
    <div className="stack-l">
      <Sheet title="登记的资料">
        <Facts
          items={[
            { label: "姓名", value: person.name },
            { label: "电话", value: person.phone },
            { label: "性别", value: person.gender },
            { label: "住址", value: person.address },
            { label: "单位和职务", value: person.organization },
            { label: "网格", value: person.grid },
            { label: "备注", value: person.note },
            { label: "登记日期", value: person.createdOn },
          ]}
        />
      </Sheet>
      <Sheet title="担任的职务">
        {data.offices.length === 0 && data.leaderships.length === 0 ? none("登记过的职务") : null}
        <ul className="stack">
          {data.offices.map(office => (
            <li key={office.label + office.since}>
              {office.label}，{office.since}至{office.until ?? "今"}
              <span className="hint">{[office.belonging, office.how].filter(Boolean).join("，")}</span>
            </li>
          ))}
          {data.leaderships.map(name => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </Sheet>
      <Sheet title="账号">
        {data.accounts.length === 0 ? none("账号") : null}
        <ul className="stack">
          {data.accounts.map(account => (
            <li key={account.id}>
              登录名{account.loginName}
              {account.phone ? `，手机${account.phone}` : ""}，{account.state}
              <span className="hint">密码只存不能还原的校验值，谁也看不到。</span>
            </li>
          ))}
        </ul>
      </Sheet>
      <Sheet title="名下的房屋">
        {data.units.length === 0 ? none("登记在名下的房屋") : null}
        <ul className="stack">
          {data.units.map(unit => (
            <li key={unit.id}>
              {unit.label}，{unit.area}
              {unit.share ? `，份额${unit.share}` : ""}
            </li>
          ))}
        </ul>
      </Sheet>
      <Sheet title={`提出和附议的问题（${data.issues.length}件）`} flush={data.issues.length > 0}>
        {data.issues.length === 0 ? (
          none("按姓名和电话能对上的问题")
        ) : (
          <Table
            caption="提出和附议的问题"
            columns={[{ label: "编号" }, { label: "问题" }, { label: "本人" }]}
            className="table--even"
          >
            {data.issues.map(issue => (
              <Row key={issue.role + issue.id}>
                <RowHead>{issue.number}</RowHead>
                <Cell label="问题">{issue.title}</Cell>
                <Cell label="本人">{issue.role}</Cell>
              </Row>
            ))}
          </Table>
        )}
      </Sheet>
      <PersonMeetings data={data} />
      <Sheet title="说过的同意和撤回">
        {data.consents.length === 0 ? none("登记过的同意") : null}
        <ul className="stack">
          {data.consents.map(one => (
            <li key={one.id}>
              {one.what}
              <span className="hint">{one.how}</span>
            </li>
          ))}
        </ul>
      </Sheet>
      <Sheet title="谁登记和改过这些资料">
        {data.entries.length === 0 ? none("记录") : null}
        <ul className="stack">
          {data.entries.map(entry => (
            <li key={entry.id}>
              {entry.what}
              <span className="hint">
                {entry.when}　{entry.who}
              </span>
            </li>
          ))}
        </ul>
      </Sheet>
    </div>
  )
}

/** Meetings, words and votes: of a vote only that they took part. */
function PersonMeetings({ data }: { data: PersonData }) {
  return (
    <Sheet title={`参加的会议（${data.meetings.length}次）`}>
      {data.meetings.length === 0 ? <p className="soft">没有在参会名单上。</p> : null}
      <ul className="stack">
        {data.meetings.map(meeting => (
          <li key={meeting.id}>
            {meeting.title}
            <span className="hint">{[meeting.on, meeting.as, meeting.state].filter(Boolean).join("，")}</span>
          </li>
        ))}
      </ul>
      {data.meetings.length > 0 ? <p>会议记录里有发言{data.speeches}次。</p> : null}
      {data.chamber.length > 0 ? (
        <p>会场登记：{data.chamber.map(trace => `${trace.label}${trace.count}次`).join("，")}。</p>
      ) : null}
      {data.votes.length > 0 ? (
        <>
          <p>参加过下面这些表决。这里只写参加过，不写怎么投的。</p>
          <ul>
            {data.votes.map(vote => (
              <li key={vote.id}>
                {vote.meeting}：{vote.motion}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {data.polls.length > 0 ? (
        <>
          <p>在下面这些书面表决的票册上。</p>
          <ul>
            {data.polls.map(poll => (
              <li key={`${poll.id} ${poll.ordinal}`}>
                {poll.title}，第{poll.ordinal}号票{poll.unitLabels ? `（${poll.unitLabels}）` : ""}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Sheet>
  )
}
