import { addDays, addHours } from "date-fns"
import { must } from "#tests/chamber/factories"
import { aDraft, aVenue } from "#tests/convening/factories"
import { convene } from "~/convening/convene"
import { draftMeeting } from "~/convening/meetings"
import { members } from "../access-people"
import { type Row, secretary, staff } from "../access-row"
import { aRoom, type House } from "../access-world"

const base = "/c/:community"
const keepers = ["secretary", "recorder"] as const

let days = 7
/** A draft that lacks nothing, on a day of its own: nobody sits in two meetings at once. */
async function aFullDraft({ world, ctx }: House): Promise<string> {
  days += 1
  const { meetingId } = await aDraft(world, {
    startsAt: addDays(world.clock.now, days),
    endsAt: addHours(addDays(world.clock.now, days), 1),
    chairPersonId: ctx.chair.actor.personId,
    recorderPersonId: ctx.recorder.actor.personId,
  })
  return meetingId
}
const anEmptyDraft = async ({ ctx }: House) =>
  must(await draftMeeting(ctx.secretary, { preset: "deliberation", title: undefined })).meetingId

async function aConvened(house: House): Promise<string> {
  const meetingId = await aFullDraft(house)
  must(await convene(house.ctx.secretary, { meetingId }))
  return meetingId
}

export const conveningRows: Row[] = [
  { pattern: `${base}/venues`, at: () => "/venues", read: staff },
  {
    pattern: `${base}/venues/new`,
    at: () => "/venues/new",
    read: staff,
    acts: [
      {
        by: staff,
        press: async () => ({
          at: "/venues/new",
          form: { name: crypto.randomUUID(), address: "", capacity: "30" },
        }),
      },
    ],
  },
  {
    pattern: `${base}/venues/:venueId`,
    at: ({ things }) => `/venues/${things.venueId}`,
    read: staff,
    acts: [
      {
        by: staff,
        press: async ({ ctx }) => ({
          at: `/venues/${await aVenue(ctx.secretary, crypto.randomUUID())}`,
          form: { version: "1", name: crypto.randomUUID(), address: "", capacity: "" },
        }),
      },
    ],
  },
  { pattern: `${base}/meetings`, at: () => "/meetings", read: members },
  {
    pattern: `${base}/meetings/new`,
    at: () => "/meetings/new",
    read: secretary,
    acts: [
      { by: secretary, press: async () => ({ at: "/meetings/new", form: { preset: "deliberation", title: "" } }) },
    ],
  },
  {
    pattern: `${base}/meetings/:meetingId`,
    at: ({ things }) => `/meetings/${things.meetingId}`,
    read: members,
    acts: [
      { by: secretary, press: async house => ({ at: `/meetings/${await aConvened(house)}`, form: {} }) },
      {
        intent: "word",
        by: secretary,
        press: async house => ({ at: `/meetings/${await aConvened(house)}`, form: { intent: "word" } }),
      },
    ],
  },
  // A draft is its secretary's own matter.
  { pattern: `${base}/meetings/:meetingId`, at: ({ things }) => `/meetings/${things.draftId}`, read: secretary },
  {
    pattern: `${base}/meetings/:meetingId/edit`,
    at: ({ things }) => `/meetings/${things.draftId}/edit`,
    read: secretary,
    acts: ["save", "check", "item", "topics", "up:none", "down:none", "remove:none"].map(intent => ({
      intent,
      by: secretary,
      press: async house => ({
        at: `/meetings/${await anEmptyDraft(house)}/edit`,
        form: { intent, version: "1", newTitle: "通报物业收支" },
      }),
    })),
  },
  {
    pattern: `${base}/meetings/:meetingId/convene`,
    at: ({ things }) => `/meetings/${things.draftId}/convene`,
    read: secretary,
    acts: [{ by: secretary, press: async house => ({ at: `/meetings/${await aFullDraft(house)}/convene`, form: {} }) }],
  },
  {
    pattern: `${base}/meetings/:meetingId/cancel`,
    at: ({ things }) => `/meetings/${things.draftId}/cancel`,
    read: secretary,
    acts: [
      {
        by: secretary,
        press: async house => ({ at: `/meetings/${await aConvened(house)}/cancel`, form: { reason: "停电" } }),
      },
    ],
  },
  {
    pattern: `${base}/meetings/:meetingId/codes`,
    at: ({ things }) => `/meetings/${things.meetingId}/codes`,
    read: keepers,
    acts: [
      {
        intent: "notified",
        by: keepers,
        press: async house => {
          const room = await aRoom(house)
          return {
            at: `/meetings/${room.meetingId}/codes`,
            form: { intent: "notified", notified: room.entitled.map(one => one.id) },
          }
        },
      },
      {
        intent: "replace",
        by: keepers,
        press: async house => {
          const room = await aRoom(house)
          return {
            at: `/meetings/${room.meetingId}/codes`,
            form: { intent: "replace", participantId: room.entitled[0]!.id, codeVersion: "1" },
          }
        },
      },
    ],
  },
  {
    pattern: `${base}/meetings/:meetingId/slips`,
    at: ({ things }) => `/meetings/${things.meetingId}/slips`,
    read: keepers,
    acts: [
      {
        by: keepers,
        press: async house => ({ at: `/meetings/${(await aRoom(house)).meetingId}/slips`, form: {} }),
      },
    ],
  },
]
