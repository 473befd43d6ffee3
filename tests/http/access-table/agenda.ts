import { aDecidedTopic, anIssue, aReadyTopic, aStudy, forDeliberation } from "#tests/agenda/factories"
import { must } from "#tests/chamber/factories"
import { addTopicPhoto } from "~/agenda/topic-photos"
import { civilDateOf } from "~/law/civil-date"
import { members } from "../access-people"
import { type Row, secretary } from "../access-row"
import { aPhoto } from "../access-things"

const base = "/c/:community"
const noProposal = { content: "", budget: "", funding: "", handler: "", dueOn: "" }

export const agendaRows: Row[] = [
  { pattern: `${base}/topics`, at: () => "/topics", read: members },
  {
    pattern: `${base}/topics/new`,
    at: () => "/topics/new",
    read: secretary,
    acts: [
      {
        by: secretary,
        press: async ({ ctx }) => ({
          at: "/topics/new",
          form: { issue: await anIssue(ctx.secretary), title: "路灯怎么修", background: "", ...noProposal },
        }),
      },
    ],
  },
  {
    pattern: `${base}/topics/:topicId`,
    at: ({ things }) => `/topics/${things.topicId}`,
    read: members,
    acts: [
      {
        intent: "add",
        by: secretary,
        press: async ({ ctx }) => {
          const form = new FormData()
          form.append("intent", "add")
          form.append("caption", "堆物的楼道")
          form.append("photo", new File([await aPhoto()], "楼道.jpg"))
          return { at: `/topics/${await aReadyTopic(ctx.secretary)}`, form }
        },
      },
      {
        intent: "caption",
        by: secretary,
        press: async ({ ctx }) => {
          const topicId = await aReadyTopic(ctx.secretary)
          const input = { topicId, bytes: await aPhoto(), caption: "" }
          const { photoId } = must(await addTopicPhoto(ctx.secretary, input))
          return { at: `/topics/${topicId}`, form: { intent: "caption", photoId, caption: "清理以前" } }
        },
      },
      {
        intent: "fieldwork",
        by: secretary,
        press: async ({ ctx }) => ({
          at: `/topics/${await aDecidedTopic(ctx.secretary, "needsFieldwork")}`,
          form: {
            intent: "fieldwork",
            doneOn: civilDateOf(ctx.secretary.now()),
            place: "3栋楼下",
            participants: "乙二、丙三",
            findings: "白天听得清，夜里偏响。",
          },
        }),
      },
    ],
  },
  {
    pattern: `${base}/topics/:topicId/proposal`,
    at: ({ things }) => `/topics/${things.topicId}/proposal`,
    read: secretary,
    acts: [
      {
        by: secretary,
        press: async ({ ctx }) => ({
          at: `/topics/${await aReadyTopic(ctx.secretary)}/proposal`,
          form: { version: "1", ...noProposal, content: "改成每月清运一次。" },
        }),
      },
    ],
  },
  {
    pattern: `${base}/topics/:topicId/next`,
    at: ({ things }) => `/topics/${things.agreedTopicId}/next`,
    read: secretary,
    acts: [
      {
        by: secretary,
        press: async ({ ctx }) => ({
          at: `/topics/${await aDecidedTopic(ctx.secretary)}/next`,
          form: { reason: "车库业主不同意从门前开挖" },
        }),
      },
    ],
  },
  {
    pattern: `${base}/topics/:topicId/edit`,
    at: ({ things }) => `/topics/${things.topicId}/edit`,
    read: secretary,
    acts: [
      {
        by: secretary,
        press: async ({ ctx }) => ({
          at: `/topics/${await aReadyTopic(ctx.secretary)}/edit`,
          form: { version: "1", title: "楼道怎么清", background: "" },
        }),
      },
    ],
  },
  {
    pattern: `${base}/topics/:topicId/procedure`,
    at: ({ things }) => `/topics/${things.topicId}/procedure`,
    read: secretary,
    acts: [
      {
        by: secretary,
        press: async ({ ctx }) => ({
          at: `/topics/${await aReadyTopic(ctx.secretary, { answers: null })}/procedure`,
          form: forDeliberation,
        }),
      },
    ],
  },
  {
    pattern: `${base}/topics/:topicId/study`,
    at: ({ things }) => `/topics/${things.topicId}/study`,
    read: secretary,
    acts: [
      {
        by: secretary,
        press: async ({ ctx }) => ({
          at: `/topics/${await aReadyTopic(ctx.secretary)}/study`,
          form: { ...aStudy({ heldOn: civilDateOf(ctx.secretary.now()) }), entitled: "7", present: "6" },
        }),
      },
    ],
  },
  {
    pattern: `${base}/topics/:topicId/chain`,
    at: ({ things }) => `/topics/${things.topicId}/chain`,
    read: members,
    acts: [
      {
        by: secretary,
        press: async ({ ctx }) => ({
          at: `/topics/${await aReadyTopic(ctx.secretary)}/chain`,
          form: {
            step: "branchProposal",
            seen: "0",
            heldOn: civilDateOf(ctx.secretary.now()),
            place: "党群服务中心",
            entitled: "5",
            present: "5",
            inFavour: "4",
            against: "0",
            abstained: "1",
            content: "提议改造地下管网。",
          },
        }),
      },
    ],
  },
  { pattern: `${base}/photos/:photoId`, at: ({ things }) => `/photos/${things.photoId}`, read: members },
]
