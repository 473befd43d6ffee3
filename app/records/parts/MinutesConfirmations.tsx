import { Form, href, Link } from "react-router"
import { remarkField } from "~/records/confirmation-field"
import type { ConfirmationsView } from "~/records/confirmation-reading"
import { Button } from "~/ui/Button"
import { type FormView, field } from "~/ui/form-view"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"

export type MinutesConfirmationsProps = {
  view: ConfirmationsView
  form: FormView | undefined
  community: string
}

/** 上次会议纪要的确认: what waits, what was confirmed at this meeting, and where these minutes themselves were. */
export function MinutesConfirmations({ view, form, community }: MinutesConfirmationsProps) {
  const { waiting, confirmed, unwritten, own } = view
  const [last, ...older] = waiting
  if (waiting.length === 0 && confirmed.length === 0 && !own) return null
  return (
    <Sheet title="上次会议纪要的确认" id="confirmations">
      {own ? (
        <p>
          这份纪要已在{own.meeting}上确认，{own.remark ? `意见：${own.remark}` : "没有意见。"}
        </p>
      ) : null}
      {confirmed.map(one => (
        <p key={one.number}>
          会上确认了{one.meeting}的纪要（{one.number}），{one.remark ? `意见：${one.remark}` : "没有意见。"}
        </p>
      ))}
      {unwritten.length > 0 ? (
        <p className="hint">起草以后才确认的，不会自己写进纪要。要写进去的，在“开头”下面按“写进开头并保存”。</p>
      ) : null}
      {last ? <Waiting one={last} form={form} community={community} /> : null}
      {older.length > 0 ? (
        <details className="stack">
          <summary>更早的会议还有{older.length}份</summary>
          {older.map(one => (
            <Waiting key={one.minutesId} one={one} form={form} community={community} />
          ))}
        </details>
      ) : null}
    </Sheet>
  )
}

type WaitingProps = { one: ConfirmationsView["waiting"][number] } & Pick<
  MinutesConfirmationsProps,
  "form" | "community"
>

function Waiting({ one, form, community }: WaitingProps) {
  return (
    <Form method="post" className="stack">
      <p>
        <Link to={href("/c/:community/records/:meetingId/minutes", { community, meetingId: one.meetingId })}>
          {one.meeting}
        </Link>
        <br />
        {one.heldOn}，{one.number}
      </p>
      <TextArea
        label="会上提出的意见（选填）"
        hint="没有意见的空着。已核准的纪要不改动，意见写进这次会议的纪要。"
        rows={2}
        {...field(form, remarkField(one.minutesId))}
      />
      <Button wide name="intent" value={`confirm-${one.minutesId}`}>
        会上已确认
      </Button>
    </Form>
  )
}
