import type { ConsentPollRule } from "~/rulebook/poll-rules"
import { civilCode, local, ownershipInterpretation } from "~/rulebook/preset-words"

const consentRules = {
  schema: 1,
  form: "consent",
  notice: { days: 0, kind: "none", article: `${local}：征求个人同意不设公告期` },
  answerDays: { least: null, most: null, article: `${local}：答复期限` },
  noticeBoard: { days: 15, article: `${local}：结果公示期限，公示时不写明个人意见` },
  retention: { record: "permanent", ballots: "permanent", article: `${local}：书面同意随档案永久保管` },
  proxies: {
    most: null,
    article: `${civilCode}第一百六十一、一百六十五条：可以书面委托代理人`,
  },
} as const satisfies Partial<ConsentPollRule>

/** 住宅改为经营性用房 (民法典第279条): all whom it concerns; a majority is no defence. */
export const allConcerned: ConsentPollRule = {
  ...consentRules,
  preset: "allConcerned",
  name: "有利害关系的业主一致同意规程",
  outcomeName: "一致同意情况",
  concerned: "allConcerned",
  agreement: {
    bar: { part: [1, 1] },
    article: `${civilCode}第二百七十九条：应当经有利害关系的业主一致同意；${ownershipInterpretation}第十条：以多数同意抗辩的不予支持，第十一条：本栋建筑物内的其他业主均为有利害关系的业主`,
  },
}

/** One owner's own unit or garage: nobody else's vote can open it. */
export const singleOwner: ConsentPollRule = {
  ...consentRules,
  preset: "singleOwner",
  name: "业主本人同意规程",
  outcomeName: "业主同意书",
  concerned: "singleOwner",
  agreement: {
    bar: { part: [1, 1] },
    article: `${civilCode}第二百四十、二百七十二条：业主对其专有部分享有占有、使用、收益和处分的权利，须经本人同意；共有的，由全体共有人签署`,
  },
}
