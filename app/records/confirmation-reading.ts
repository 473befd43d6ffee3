import type { Reader } from "#db/client"
import { findMeeting, type Meeting } from "~/convening/store"
import { may } from "~/people/permissions"
import { formatNumber } from "~/registry/numbers"
import { readSnapshot } from "~/rulebook/rules"
import type { CommunityView, Ctx } from "~/web/context"
import { findConfirmation, listConfirmations, listUnconfirmed } from "./confirmation-store"
import { unwrittenIn } from "./drafting"
import { meetingDayInWords, meetingInWords } from "./meeting-words"
import type { RecordedConfirmation } from "./recorded-meeting"
import { mayConfirmAt } from "./rules"
import type { Minutes } from "./store"

type Named = Pick<CommunityView, "id" | "name" | "shortName">

const nameOf = (community: Named, meeting: Meeting): string =>
  meeting.ruleSnapshot
    ? meetingInWords({ communityName: community.name, meeting, rule: readSnapshot(meeting.ruleSnapshot) })
    : meeting.title

const numberOf = ({ shortName }: Named, { year, sequence }: Minutes): string =>
  year === null || sequence === null ? "" : formatNumber(shortName, "minutes", year, sequence)

/** Earlier minutes confirmed at this meeting, as its papers say it. */
export async function listConfirmedAt(q: Reader, community: Named, meetingId: string): Promise<RecordedConfirmation[]> {
  const rows = await listConfirmations(q, community.id, meetingId)
  return rows.map(({ minutes, meeting, confirmation }) => ({
    meeting: nameOf(community, meeting),
    number: numberOf(community, minutes),
    remark: confirmation.remark,
  }))
}

const began = (meeting: Meeting): number => (meeting.startedAt ?? meeting.startsAt)?.getTime() ?? 0

/** Approved minutes of earlier meetings of the same kind and body that wait to be confirmed. */
export async function listToConfirm(q: Reader, meeting: Meeting): Promise<{ minutes: Minutes; meeting: Meeting }[]> {
  if (!mayConfirmAt(meeting.state)) return []
  const rows = await listUnconfirmed(q, meeting.communityId, meeting)
  return rows.filter(one => one.meeting.id !== meeting.id && began(one.meeting) < began(meeting))
}

export type ConfirmationsView = {
  /** Earlier minutes that wait; empty for whoever may not confirm. */
  waiting: { minutesId: string; meetingId: string; meeting: string; number: string; heldOn: string }[]
  /** Confirmed at this meeting. */
  confirmed: RecordedConfirmation[]
  /** Sentences of it that the draft does not say yet. */
  unwritten: string[]
  /** Where these minutes themselves were confirmed; null while they were not. */
  own: { meeting: string; remark: string } | null
}

/** What the page of a meeting's minutes shows of confirmations; whoever calls has asked whether the reader may. */
export async function readConfirmations(
  ctx: Ctx,
  meetingId: string,
  minutes: Minutes | null,
): Promise<ConfirmationsView> {
  const { read } = ctx.db
  const meeting = await findMeeting(read, ctx.community.id, meetingId)
  const waiting = meeting && may(ctx.actor, "record:edit", meeting) ? await listToConfirm(read, meeting) : []
  const own = minutes ? await findConfirmation(read, ctx.community.id, minutes.id) : null
  const at = own && (await findMeeting(read, ctx.community.id, own.meetingId))
  const confirmed = await listConfirmedAt(read, ctx.community, meetingId)
  return {
    // 上次会议 is the last one; what was left over from before it follows.
    waiting: waiting
      .toSorted((a, b) => began(b.meeting) - began(a.meeting))
      .map(one => ({
        minutesId: one.minutes.id,
        meetingId: one.meeting.id,
        meeting: nameOf(ctx.community, one.meeting),
        number: numberOf(ctx.community, one.minutes),
        heldOn: meetingDayInWords(one),
      })),
    confirmed,
    unwritten: minutes?.state === "draft" ? unwrittenIn(minutes.wording, confirmed) : [],
    own: own && at ? { meeting: nameOf(ctx.community, at), remark: own.remark } : null,
  }
}
