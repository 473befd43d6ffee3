import { aDraftVersion, agreed, versionNow } from "#tests/rulebook/factories"
import { listVersions } from "~/rulebook/version-store"
import { checkVersion, withdrawVersion } from "~/rulebook/versions"
import { type Member, members } from "../access-people"
import { type Act, type Row, staff } from "../access-row"
import type { House } from "../access-world"

const base = "/c/:community"
const preset = "openTalk"
const at = (versionId: string) => `/rulebook/${preset}/${versionId}`
const checkers = ["administrator", "secretary", "reviewer"] as const

/** One draft of a procedure at a time: whatever was left over is given up first. */
async function clearDrafts({ ctx }: House): Promise<void> {
  const { administrator } = ctx
  for (const { id, state } of await listVersions(administrator.db.read, administrator.community.id, preset))
    if (state === "draft") agreed(await withdrawVersion(administrator, { versionId: id }))
}

async function aDraftOf(house: House, drafter: Member): Promise<string> {
  await clearDrafts(house)
  return aDraftVersion(house.ctx[drafter], { preset })
}

const drafterOf = (who: Member): Member => (who === "administrator" ? "administrator" : "secretary")

async function aCheckedOne(house: House): Promise<string> {
  const versionId = await aDraftOf(house, "secretary")
  const { version } = await versionNow(house.ctx.reviewer, versionId)
  agreed(await checkVersion(house.ctx.reviewer, { versionId, version, isConfirmed: true }))
  return versionId
}

const acts: Act[] = [
  {
    intent: "save",
    by: staff,
    press: async (house, who) => ({
      at: at(await aDraftOf(house, drafterOf(who))),
      form: {
        intent: "save",
        version: "2",
        basis: "居民代表会议通过",
        "value-noticeDays": "7",
        "article-noticeDays": "第七条",
      },
    }),
  },
  {
    intent: "check",
    by: checkers,
    press: async (house, who) => ({
      at: at(await aDraftOf(house, who === "secretary" ? "administrator" : "secretary")),
      form: { intent: "check", version: "2", confirmed: "yes" },
    }),
  },
  {
    intent: "enable",
    by: staff,
    press: async house => ({ at: at(await aCheckedOne(house)), form: { intent: "enable" } }),
  },
  {
    intent: "withdraw",
    by: staff,
    press: async house => ({ at: at(await aDraftOf(house, "secretary")), form: { intent: "withdraw" } }),
  },
]

export const rulebookRows: Row[] = [
  { pattern: `${base}/rulebook`, at: () => "/rulebook", read: members },
  {
    pattern: `${base}/rulebook/:preset`,
    at: () => `/rulebook/${preset}`,
    read: members,
    acts: [
      {
        by: staff,
        press: async house => {
          await clearDrafts(house)
          return { at: `/rulebook/${preset}`, form: { estateId: "" } }
        },
      },
    ],
  },
  {
    pattern: `${base}/rulebook/:preset/:versionId`,
    at: ({ things }) => `/rulebook/residents/${things.rulebookVersionId}`,
    read: members,
    acts,
  },
]
