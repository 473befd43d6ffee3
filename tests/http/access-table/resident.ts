import { must } from "#tests/chamber/factories"
import { anAnswer } from "#tests/intake/factories"
import { reportByResident } from "~/intake/resident-reports"
import { sortIssue } from "~/intake/sorting"
import { sweepAttempts } from "~/web/limits"
import { everyone } from "../access-people"
import type { Row } from "../access-row"
import type { AccessWorld, House } from "../access-world"

const base = "/c/:community/board"

/** All of them send from one address: the hour's limit begins afresh for each. */
const forgetSendings = ({ here }: AccessWorld) =>
  here.world.db.tx("attempts", q => sweepAttempts(q, new Date("2100-01-01")))

const aReport = (content: string) => ({
  content,
  place: "银杏家园3栋",
  reporterName: "未女士",
  reporterPhone: "",
})

/** Reported from the board and finally answered: its proposer may say what he thinks of it. */
async function anAnsweredCode({ ctx }: House): Promise<string> {
  const made = must(await reportByResident(ctx.secretary, aReport(`电梯停了${ctx.secretary.newId()}`)))
  const finalAnswer = { ...anAnswer(), resolved: true }
  const sorting = { triage: "quick" as const, reason: "", firstAnswer: anAnswer(), finalAnswer }
  must(await sortIssue(ctx.secretary, { issueId: made.issueId, sorting }))
  return made.followCode
}

/** What residents without an account send in and follow. */
export const residentRows: Row[] = [
  {
    pattern: `${base}/report`,
    at: () => "/board/report",
    read: everyone,
    isHall: true,
    acts: [
      {
        by: everyone,
        press: async (_house, who, access) => {
          await forgetSendings(access)
          const content = `${who}看见路灯不亮${crypto.randomUUID()}`
          return { at: "/board/report", form: { content, place: "南门", name: "", phone: "", website: "" } }
        },
      },
    ],
  },
  {
    pattern: `${base}/follow`,
    at: () => "/board/follow",
    read: everyone,
    isHall: true,
    acts: [
      {
        by: everyone,
        writesNothing: true,
        press: async house => ({ at: "/board/follow", form: { number: await anAnsweredCode(house) } }),
      },
    ],
  },
  {
    pattern: `${base}/follow/:code`,
    at: ({ things }) => `/board/follow/${things.followCode}`,
    read: everyone,
    isHall: true,
    acts: [
      {
        by: everyone,
        press: async house => ({
          at: `/board/follow/${await anAnsweredCode(house)}`,
          form: { level: "satisfied", comment: "" },
        }),
      },
    ],
  },
  {
    pattern: `${base}/notices/:noticeId/objection`,
    at: ({ things }) => `/board/notices/${things.noticeId}/objection`,
    read: everyone,
    isHall: true,
    acts: [
      {
        by: everyone,
        press: async ({ things }, who, access) => {
          await forgetSendings(access)
          const content = `${who}不同意施工时间`
          return {
            at: `/board/notices/${things.noticeId}/objection`,
            form: { content, name: "", phone: "", website: "" },
          }
        },
      },
    ],
  },
]
