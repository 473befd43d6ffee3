import { aClaim, aResource, aResourceEntry, aWish } from "#tests/followup/factories"
import { addDays, civilDateOf } from "~/law/civil-date"
import { members } from "../access-people"
import { type Act, type Fields, type Row, secretary } from "../access-row"
import type { House } from "../access-world"

const base = "/c/:community"

const { until: _, ...resourceFields } = aResourceEntry()
const pressResource = (intent: string, fields: Fields): Act => ({
  intent,
  by: secretary,
  press: async ({ ctx }) => ({
    at: `/resources/${await aResource(ctx.secretary)}`,
    form: { intent, ...(fields as Record<string, string>) },
  }),
})
const pressClaim = (intent: string, fields: (house: House) => Record<string, string>): Act => ({
  intent,
  by: secretary,
  press: async house => ({
    at: `/claims/${await aClaim(house.ctx.secretary)}`,
    form: { intent, ...fields(house) },
  }),
})

/** 双向认领: anyone who reads tasks looks; the office writes. */
export const claimRows: Row[] = [
  { pattern: `${base}/claims`, at: () => "/claims", read: members },
  {
    pattern: `${base}/claims/new`,
    at: ({ things }) => `/claims/new?issue=${things.wishId}`,
    read: secretary,
    acts: [
      {
        by: secretary,
        press: async ({ ctx }) => {
          const issue = await aWish(ctx.secretary)
          const resourceId = await aResource(ctx.secretary)
          const dueOn = addDays(civilDateOf(ctx.secretary.now()), 9)
          const form = { issue, resourceId, claimant: "甲乙眼镜店", content: "验光后送到家", dueOn }
          return { at: `/claims/new?issue=${issue}`, form }
        },
      },
    ],
  },
  {
    pattern: `${base}/claims/:claimId`,
    at: ({ things }) => `/claims/${things.claimId}`,
    read: members,
    acts: [
      pressClaim("report", () => ({ progress: "已验光" })),
      pressClaim("finish", ({ ctx }) => ({ result: "眼镜送到了", doneOn: civilDateOf(ctx.secretary.now()) })),
      pressClaim("end", () => ({ endReason: "店面搬走了" })),
    ],
  },
  {
    pattern: `${base}/resources/new`,
    at: () => "/resources/new",
    read: secretary,
    acts: [{ by: secretary, press: async () => ({ at: "/resources/new", form: { ...resourceFields, until: "" } }) }],
  },
  {
    pattern: `${base}/resources/:resourceId`,
    at: ({ things }) => `/resources/${things.resourceId}`,
    read: members,
    acts: [
      pressResource("edit", { version: "1", ...resourceFields, content: "为老人免费修眼镜", until: "" }),
      pressResource("end", { reason: "活动结束" }),
    ],
  },
]
