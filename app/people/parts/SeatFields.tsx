import type { BodyKind } from "#db/schema/people-organizations"
import { bodyPosts } from "~/people/body-names"
import { DateField } from "~/ui/DateField"
import { type FormView, field } from "~/ui/form-view"
import { TextField } from "~/ui/TextField"
import { ChosenHowField } from "./ChosenHowField"
import { NameList } from "./NameList"

export const seatFieldOrder = ["post", "chosenHow", "basis", "since", "until"]

type Known = { post: string; chosenHow: string; basis: string; since: string; until: string | null }

/** A seat in a body: the post, how it was come by, and its days. */
export function SeatFields({
  form,
  kind,
  known,
  today,
}: {
  form?: FormView | null
  kind: BodyKind
  known?: Known
  /** When a new seat begins, unless another day is said. */
  today?: string
}) {
  return (
    <>
      <TextField label="职务" list="posts" autoComplete="off" short {...field(form, "post", known?.post)} />
      <NameList id="posts" names={bodyPosts[kind]} />
      <ChosenHowField form={form} known={known?.chosenHow} />
      <TextField
        label="依据（选填）"
        hint="哪次选举、哪份文件，如“2026年3月换届选举公告”"
        autoComplete="off"
        {...field(form, "basis", known?.basis)}
      />
      <DateField label="任期自" {...field(form, "since", known?.since ?? today)} />
      <DateField
        label="任期至（选填）"
        hint={known ? "不再担任的，填最后一天。以前的会议和文书不受影响。" : "已经知道届满日期的可以先填。"}
        {...field(form, "until", known?.until)}
      />
    </>
  )
}
