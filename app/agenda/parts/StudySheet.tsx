import type { ProcedureView } from "~/agenda/procedure-reading"
import { ButtonLink } from "~/ui/Button"
import { Facts } from "~/ui/Facts"
import { Note } from "~/ui/Note"
import { Sheet } from "~/ui/Sheet"

/** 党组织研究: what came of it, and that it is owed. Where nothing demands it, the way to its record is folded away. */
export function StudySheet({ procedure, to }: { procedure: ProcedureView; to: string }) {
  const { study, owesStudy, mayRoute } = procedure
  if (!study && !mayRoute) return null
  const record = mayRoute ? <ButtonLink to={to}>{study ? "再记一次" : "记党组织研究"}</ButtonLink> : null
  if (!study && !owesStudy)
    return (
      <Sheet title="党组织研究" titleHidden id="study">
        <details>
          <summary>党组织研究过这件事</summary>
          <div className="stack">
            <p>这件事法律没有要求先经党组织研究。研究过的，可以记下来。</p>
            {record}
          </div>
        </details>
      </Sheet>
    )
  return (
    <Sheet title="党组织研究" id="study">
      {owesStudy ? (
        <Note kind="warn" title={study ? "党组织没有同意" : "还没有党组织研究的记录"}>
          {study
            ? "方案改好以后再经党组织研究，同意了才能发出会议通知。"
            : "这是重要事项，先经社区党组织研究讨论，记下来，才能发出居民会议或者居民代表会议的通知。"}
        </Note>
      ) : null}
      {study ? (
        <Facts
          items={[
            { label: "研究日期", value: study.heldOn },
            { label: "党组织", value: study.organization },
            { label: "到会", value: study.attendance },
            { label: "意见", value: study.opinionName },
            { label: "研究情况", value: <span className="prewrap">{study.summary}</span> },
            { label: "记录", value: study.by },
          ]}
        />
      ) : null}
      {record ? <p>{record}</p> : null}
    </Sheet>
  )
}
