import type { ReactNode } from "react"
import type { Followed } from "~/board/following"
import { satisfactionNames } from "~/intake/rules"
import { formatDate } from "~/law/civil-date"
import { Badge, type BadgeKind } from "~/ui/Badge"
import { Bar } from "~/ui/Bar"
import { Note } from "~/ui/Note"
import { Timeline } from "~/ui/Timeline"

type Issue = Extract<Followed, { kind: "issue" }>["issue"]

const badges: Record<Issue["headline"]["kind"], BadgeKind> = {
  done: "done",
  doing: "doing",
  wait: "todo",
  stop: "stop",
}

/** Where it stands, what was done, and from the last word to the first how it got there. `children`: the rating. */
export function FollowedIssue(props: { issue: Issue; today: string; photosAt: string; children: ReactNode }) {
  const { issue, today, photosAt, children } = props
  const { headline, satisfaction } = issue
  return (
    <>
      <div className={headline.kind === "done" ? "done done--left" : "note note--act followed__now"}>
        <div className="stack">
          <p>
            <Badge kind={badges[headline.kind]}>{headline.title}</Badge>
          </p>
          <p className="lead">{headline.text}</p>
          <p>
            {issue.isClosed ? "从您反映到答复，用了" : "从您反映到今天，已经"}
            <b className="nb">{issue.elapsedDays === 0 ? "不到一天" : `${issue.elapsedDays}天`}</b>。
            {issue.answerDueOn && !issue.isClosed ? `${issue.answerDueOn}前答复您。` : ""}
          </p>
        </div>
      </div>
      {issue.isLate ? <Note kind="warn">答复比说好的晚了，社区的工作台上已经标出。</Note> : null}
      {issue.mergedInto ? <Note>有好几位居民反映同一件事，社区合在一起办，办好了一样答复您。</Note> : null}
      <Photos issue={issue} at={photosAt} />
      {children}
      {satisfaction ? (
        <Note kind="ok" title={`您评了“${satisfactionNames[satisfaction.level]}”`}>
          {satisfaction.comment || "谢谢您告诉我们。"}
        </Note>
      ) : null}
      <Works works={issue.works} />
      <section className="stack" aria-labelledby="how">
        <h2 id="how">怎么办的</h2>
        <Timeline
          items={issue.moments.map(moment => ({
            key: moment.key,
            when: formatDate(moment.on),
            whenNote: moment.on === today ? "今天" : undefined,
            title: moment.title,
            state: moment.state,
            children: moment.text ? <p>{moment.text}</p> : undefined,
          }))}
        />
      </section>
      <section className="stack" aria-labelledby="words">
        <h2 id="words">您当时说的</h2>
        <p className="quote">{issue.content}</p>
        <p className="soft">{issue.place}</p>
      </section>
    </>
  )
}

const stageNames = { before: "施工前", during: "施工中", after: "施工后" } as const

function Photos({ issue, at }: { issue: Issue; at: string }) {
  if (issue.photos.length === 0) return null
  return (
    <div className="pair">
      {issue.photos.map(photo => (
        <figure key={photo.id}>
          <img
            src={`${at}${photo.id}`}
            width={photo.width}
            height={photo.height}
            alt={photo.caption || (photo.stage ? stageNames[photo.stage] : "现场照片")}
          />
          <figcaption>
            {[photo.stage ? stageNames[photo.stage] : "", photo.caption].filter(Boolean).join("，")}
          </figcaption>
        </figure>
      ))}
    </div>
  )
}

function Works({ works }: { works: Issue["works"] }) {
  if (works.length === 0) return null
  return (
    <section className="stack" aria-labelledby="works">
      <h2 id="works">谁在办，办到哪了</h2>
      <ul className="works">
        {works.map(work => (
          <li key={work.taskId}>
            <p>{work.content}</p>
            {work.quantityTotal === null ? null : (
              <>
                <Bar
                  have={work.quantityDone}
                  whole={work.quantityTotal}
                  kind={work.quantityDone >= work.quantityTotal ? "ok" : work.isLate ? "low" : "fill"}
                />
                <p className="nb">
                  {work.quantityDone} / {work.quantityTotal}
                  {work.unit}
                </p>
              </>
            )}
            <p className="small soft">
              {[work.handler, work.stateName, work.doneOn ? "" : `${work.due}前办完`, work.isLate ? "已经晚了" : ""]
                .filter(Boolean)
                .join("，")}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
