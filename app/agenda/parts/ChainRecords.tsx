import type { ChainRecordView, ChainView } from "~/agenda/chain-reading"
import { Badge, type BadgeKind } from "~/ui/Badge"
import { Facts } from "~/ui/Facts"
import { Checks } from "~/ui/Lamp"
import { Sheet } from "~/ui/Sheet"

const looks: Record<ChainView["steps"][number]["state"], { kind: BadgeKind; words: string }> = {
  done: { kind: "done", words: "" },
  stopped: { kind: "stop", words: "" },
  next: { kind: "todo", words: "下一步" },
  open: { kind: "todo", words: "还没到" },
}

/** The six steps in their order, each with what was written down of it. */
export function ChainRecords({ steps }: { steps: ChainView["steps"] }) {
  return steps.map(({ step, name, state, record, earlier }, at) => (
    <Sheet
      key={step}
      id={step}
      title={
        <>
          {`${at + 1}. ${name} `}
          <Badge kind={looks[state].kind}>{record?.outcome ?? looks[state].words}</Badge>
        </>
      }
    >
      {record ? <OneRecord record={record} /> : <p className="soft">还没有记录。</p>}
      {earlier.length > 0 ? (
        <details>
          <summary>以前的记录（{earlier.length}份）</summary>
          <div className="stack">
            {earlier.map(one => (
              <OneRecord key={one.id} record={one} />
            ))}
          </div>
        </details>
      ) : null}
    </Sheet>
  ))
}

function OneRecord({ record }: { record: ChainRecordView }) {
  return (
    <>
      <Facts
        items={[
          {
            label: record.until ? "张贴" : "日期",
            value: record.until ? `${record.heldOn}至${record.until}` : record.heldOn,
          },
          { label: "地点", value: record.place },
          { label: "到会", value: record.attendance },
          { label: "表决", value: record.vote },
          { label: "内容", value: <span className="prewrap">{record.content}</span> },
          { label: "依据", value: record.basis },
          { label: "结果", value: record.outcome },
          { label: "记录", value: record.by },
        ]}
      />
      {record.lights.length > 0 ? (
        <Checks
          items={record.lights.map(light => ({
            key: light.words,
            state: light.isMet ? "met" : "not",
            title: light.words,
          }))}
        />
      ) : null}
    </>
  )
}
