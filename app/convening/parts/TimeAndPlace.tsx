import type { DraftView } from "~/convening/draft-reading"
import type { ReasonKey } from "~/convening/rules"
import { Button } from "~/ui/Button"
import { DateField } from "~/ui/DateField"
import { type FormView, field } from "~/ui/form-view"
import { SelectField } from "~/ui/SelectField"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"
import { TimeField } from "~/ui/TimeField"

type Draft = Pick<
  DraftView,
  | "date"
  | "startTime"
  | "endTime"
  | "venueId"
  | "chairPersonId"
  | "recorderPersonId"
  | "venues"
  | "freeVenues"
  | "officers"
  | "reasons"
>

const reasonLabels: Record<ReasonKey, string> = {
  notice: "为什么来不及提前通知",
  venue: "地点撞期，为什么还要用",
  persons: "有人同时要开别的会，为什么还要请",
}

/** When, where, and who holds the chair and the pen; and the reasons that were asked for. */
export function TimeAndPlace(props: {
  draft: Draft
  form?: FormView
  errors: Record<string, string>
  reasonsAsked: string[]
}) {
  const { draft, form, errors, reasonsAsked } = props
  const known = (name: keyof Draft & string, stored: string) => ({ ...field(form, name, stored), error: errors[name] })
  const reasons = (Object.keys(reasonLabels) as ReasonKey[]).filter(
    key => reasonsAsked.includes(`reason-${key}`) || draft.reasons[key],
  )
  return (
    <Sheet title="时间和地点">
      <div className="form3">
        <DateField label="日期" short={false} {...known("date", draft.date)} />
        <TimeField label="开始" short={false} {...known("startTime", draft.startTime)} />
        <TimeField label="散会" short={false} {...known("endTime", draft.endTime)} />
        <div id="venue">
          <SelectField label="地点" empty="请选择" options={draft.venues} {...known("venueId", draft.venueId)} />
          {draft.freeVenues.length > 0 ? (
            <p className="row swap">
              <span className="small">同一时间空着：</span>
              {draft.freeVenues.map(venue => (
                <Button key={venue.id} small name="intent" value={`venue:${venue.id}`}>
                  改到{venue.name}
                </Button>
              ))}
            </p>
          ) : null}
        </div>
        <SelectField
          label="主持人"
          empty="请选择"
          options={draft.officers}
          {...known("chairPersonId", draft.chairPersonId)}
        />
        <SelectField
          label="记录人"
          empty="请选择"
          options={draft.officers}
          {...known("recorderPersonId", draft.recorderPersonId)}
        />
      </div>
      {reasons.map(key => (
        <TextArea
          key={key}
          label={reasonLabels[key]}
          hint="写进会议记录；通知期的原因也印在通知上。"
          rows={2}
          {...field(form, `reason-${key}`, draft.reasons[key])}
          error={errors[`reason-${key}`]}
        />
      ))}
    </Sheet>
  )
}
