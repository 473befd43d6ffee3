import type { MinutesFacts } from "#templates/minutes"
import { Sheet } from "~/ui/Sheet"
import { AttendanceFacts, MeetingFacts } from "./MeetingFacts"
import { VoteRecord } from "./VoteRecord"

/** The minutes to be read, in the order of the printed sheet. */
export function MinutesText({ facts }: { facts: MinutesFacts }) {
  return (
    <>
      <Sheet title="会议概况">
        <MeetingFacts facts={facts} />
        {facts.opening ? <p>{facts.opening}</p> : null}
      </Sheet>
      {facts.agenda.map((item, index) => (
        <Sheet title={`第${index + 1}项　${item.heading}`} key={item.heading}>
          {item.discussion.map(paragraph => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {item.motions.map(vote => (
            <VoteRecord key={vote.title} vote={vote} />
          ))}
          <Items title="议定事项" items={item.decisions} />
          {item.dissent.length > 0 ? <h3>不同意见</h3> : null}
          {item.dissent.map(paragraph => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </Sheet>
      ))}
      <Sheet title="到会情况">
        {facts.closing.map(paragraph => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <AttendanceFacts facts={facts} />
      </Sheet>
    </>
  )
}

/** 议定事项 or 落实要求, numbered, with who and by when. */
export function Items({
  title,
  items,
}: {
  title: string
  items: { content: string; quantity?: string; responsible: string; due: string }[]
}) {
  if (items.length === 0) return null
  return (
    <section className="stack">
      <h3>{title}</h3>
      <ol className="stack record-list">
        {items.map(item => (
          <li key={item.content}>
            {item.content}
            {item.quantity ? <span className="record-list__who">数量：{item.quantity}</span> : null}
            {item.responsible ? <span className="record-list__who">责任单位（人）：{item.responsible}</span> : null}
            {item.due ? <span className="record-list__who">完成时限：{item.due}</span> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
