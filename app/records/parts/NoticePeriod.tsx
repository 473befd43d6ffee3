import { Form } from "react-router"
import { ifPosted } from "~/records/field-names"
import type { NoticeView } from "~/records/notice-views"
import { Button } from "~/ui/Button"
import { DateField } from "~/ui/DateField"
import { Facts } from "~/ui/Facts"
import { type FormView, field } from "~/ui/form-view"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"

/** From when to when it hangs, by which article, and how it comes down. */
export function NoticePeriod({ notice, today, form }: { notice: NoticeView; today: string; form?: FormView }) {
  const left = notice.daysLeft === 0 ? "今天是最后一天" : `还剩${notice.daysLeft}天`
  const isOpen = Boolean(form?.errors.endedOn || form?.errors.endReason)
  return (
    <Sheet title="公示期" id="period">
      <Facts
        items={[
          { label: "张贴", value: notice.postedOn, note: `${notice.postedBy}登记` },
          {
            label: "贴到",
            value: notice.until,
            note: notice.endedOn ? "" : notice.isDue ? "已经期满，可以取下" : left,
          },
          { label: "地点", value: notice.place },
          {
            label: "取下",
            value: notice.endedOn,
            note: [notice.endedBy && `${notice.endedBy}登记`, notice.isEarly && notice.endReason]
              .filter(Boolean)
              .join("，"),
          },
          { label: "依据", value: notice.article },
        ]}
      />
      {notice.can.end ? (
        <details open={isOpen || notice.isDue || undefined}>
          <summary>登记取下</summary>
          <Form method="post" encType="multipart/form-data" className="stack">
            <input type="hidden" name="intent" value="end" />
            <DateField label="哪天取下" max={today} {...field(ifPosted(form, "endedOn"), "endedOn", today)} />
            <TextArea
              label={notice.isDue ? "说明（选填）" : "提前取下的原因"}
              hint={notice.isDue ? undefined : `贴到${notice.until}才满期。提前取下会注明，居民看得到。`}
              rows={3}
              {...field(form, "endReason")}
            />
            <p>
              <Button>登记取下</Button>
            </p>
          </Form>
        </details>
      ) : null}
    </Sheet>
  )
}
