import { civilCode, committeeAct, ownershipInterpretation } from "~/rulebook/preset-words"
import type { Route, RoutingQuestion } from "~/rulebook/routing"

/** A question, and what each of its answers leads to: the next question, or the end. */
export type RoutingNode = { question: RoutingQuestion; leads: Record<string, RoutingNode | RoutingEnd> }
export type RoutingEnd = Omit<Route, "mayAlso">

const route = (end: Pick<Route, "procedure" | "why" | "article"> & Partial<RoutingEnd>): RoutingEnd => ({
  isImportant: false,
  demandsPartyStudy: false,
  ...end,
})

/** Matters which the 居民会议 decides, or the 居民代表会议 where it was authorised (居委会组织法第30条). */
const important = { isImportant: true, demandsPartyStudy: true }

const singleOwner = route({
  procedure: "singleOwner",
  why: "房屋、车库、车位是业主自己的，多数人不能代替他同意。先征求他本人书面同意；他不同意的，另提方案。",
  article: `${civilCode}第二百四十、二百七十二条`,
})
const allConcerned = route({
  procedure: "allConcerned",
  why: "住宅改成经营性用房，要有利害关系的业主一致同意，同栋的其他业主都算在内；多数人同意不能代替其余的人。",
  article: `${civilCode}第二百七十九条；${ownershipInterpretation}第十、十一条`,
})
const ordinary = (why: string, item: string) =>
  route({ procedure: "ownersOrdinary", why, article: `${civilCode}第二百七十八条第一款${item}、第二款` })
const major = (why: string, item: string) =>
  route({ procedure: "ownersMajor", why, article: `${civilCode}第二百七十八条第一款${item}、第二款` })

/** Ends in the 居民会议, or in the 居民代表会议 where it may decide. */
const byAssembly = (key: string, why: string, article: string): RoutingNode => ({
  question: {
    key,
    question: "居民会议有没有授权居民代表会议讨论决定这类事项？",
    hint: "看居民会议的决定或者居民自治章程里有没有写明授权。没有找到的，选“没有授权”。",
    answers: [
      { value: "yes", label: "已经授权，有书面记载" },
      { value: "no", label: "没有授权" },
    ],
  },
  leads: {
    yes: route({
      ...important,
      procedure: "representatives",
      why: `${why}居民会议已授权居民代表会议讨论决定。开会前先经社区党组织研究讨论。`,
      article,
    }),
    no: route({
      ...important,
      procedure: "residents",
      why: `${why}居民会议没有授权的，居民代表会议不能代为决定。开会前先经社区党组织研究讨论。`,
      article,
    }),
  },
})

const assemblyArticle = `${committeeAct}第三十条`
const residentsMatter: RoutingNode = {
  question: {
    key: "residents",
    question: "这件事是不是须由全体居民决定？",
    hint: "涉及全体居民利益的重要事项，不能只由协商议事会决定。",
    answers: [
      { value: "charter", label: "制定或者修改居民自治章程、居民公约" },
      { value: "appraisal", label: "审议居委会年度工作报告、评议居委会成员" },
      { value: "important", label: "其他涉及全体居民利益的重要事项" },
      { value: "no", label: "不是，只关系一部分居民，或者是一般公共事务" },
    ],
  },
  leads: {
    charter: byAssembly(
      "charterAuthorised",
      "居民自治章程、居民公约由居民会议制定和修改，并报街道备案。",
      `${assemblyArticle}、第三十一条第一款`,
    ),
    appraisal: byAssembly("appraisalAuthorised", "年度工作报告和对居委会成员的评议由居民会议进行。", assemblyArticle),
    important: byAssembly("importantAuthorised", "涉及全体居民利益的重要事项由居民会议讨论决定。", assemblyArticle),
    no: route({
      procedure: "deliberation",
      why: "涉及居民切身利益的公共事务、公益事业和实际困难、矛盾纠纷，由居委会组织居民和利益相关方协商，形成协商意见后组织实施。",
      article: `${committeeAct}第三十二条`,
    }),
  },
}

const ownersMatter: RoutingNode = {
  question: {
    key: "owners",
    question: "要不要由业主出钱、处分业主共有的部分，或者决定物业管理的事？",
    hint: "一件事有几样的，选门槛最高的一样：筹集维修资金、改建重建、改变用途或者经营，排在前面。",
    answers: [
      { value: "raise", label: "筹集维修资金" },
      { value: "rebuild", label: "改建、重建建筑物或者附属设施，如加装电梯、改建车棚" },
      { value: "changeUse", label: "改变共有部分用途，或者利用共有部分经营，如广告、快递柜、收费车位" },
      { value: "useFunds", label: "使用维修资金，如修屋面、换水管" },
      { value: "property", label: "选聘或者解聘物业服务企业" },
      { value: "covenant", label: "制定或者修改管理规约、业主大会议事规则" },
      { value: "other", label: "其他有关共有和共同管理权利的重大事项" },
      { value: "no", label: "都不涉及" },
    ],
  },
  leads: {
    raise: major("筹集维修资金由业主共同决定，参与表决的业主中面积和人数都要有四分之三以上同意。", "第六项"),
    rebuild: major("改建、重建由业主共同决定，参与表决的业主中面积和人数都要有四分之三以上同意。", "第七项"),
    changeUse: major(
      "改变共有部分用途或者利用共有部分经营，由业主共同决定，参与表决的业主中面积和人数都要有四分之三以上同意。",
      "第八项",
    ),
    useFunds: ordinary("维修资金是业主的钱，怎么用由业主共同决定，协商议事会不能代替业主决定。", "第五项"),
    property: ordinary("选聘、解聘物业服务企业由业主共同决定。", "第四项"),
    covenant: ordinary("管理规约、业主大会议事规则由业主共同制定和修改。", "第一、二项"),
    other: ordinary("有关共有和共同管理权利的其他重大事项，由业主共同决定。", "第九项"),
    no: residentsMatter,
  },
}

const privateMatter: RoutingNode = {
  question: {
    key: "private",
    question: "要不要打开、进入、占用或者施工到某一户业主自己的房屋、车库、车位？",
    hint: "如管道要从一户车库穿过，要先得到这一户业主同意。",
    answers: [
      { value: "yes", label: "要，是业主自己的房屋、车库、车位" },
      { value: "no", label: "不要，只在公共地方" },
    ],
  },
  leads: { yes: singleOwner, no: ownersMatter },
}

const byRepresentatives = `${committeeAct}第十四、十八、十九条`
const office: RoutingNode = {
  question: {
    key: "office",
    question: "推选或者选举的是什么人？",
    hint: "谁来选、多少人参加才有效，各不相同。",
    answers: [
      { value: "buildingLeader", label: "楼栋长、居民小组长、居民代表" },
      { value: "committee", label: "居委会成员，由选民或者每户派代表投票" },
      { value: "committeeByRepresentatives", label: "居委会成员，由居民代表投票" },
      { value: "ownersCommittee", label: "业主委员会成员" },
      { value: "supervision", label: "居务监督委员会成员" },
    ],
  },
  leads: {
    buildingLeader: route({
      procedure: "selection",
      why: "由本楼栋、本小组的居民推选，用纸质票当众计票，不由会议代选。居民代表、居民小组组长由居民小组推选；楼栋长按本社区议事规则推选。",
      article: `${committeeAct}第十三条第二款；楼栋长的推选法律未规定，按本社区议事规则`,
    }),
    committee: route({
      procedure: "committeeElection",
      why: "居委会成员由选民或者每户派代表选举，过半数参加投票才有效，设秘密写票处，当场公布结果。",
      article: byRepresentatives,
    }),
    committeeByRepresentatives: route({
      procedure: "committeeElectionByRepresentatives",
      why: "居委会成员由居民代表选举的，要有超过三分之二的居民代表参加投票，不实行委托投票。",
      article: byRepresentatives,
    }),
    ownersCommittee: ordinary("业主委员会由业主选举，不由居民或者居民代表选举。", "第三项"),
    supervision: route({
      ...important,
      procedure: "representatives",
      why: "居务监督委员会成员由居民会议或者居民代表会议推选产生。按重要事项办理，开会前先经社区党组织研究讨论。",
      article: `${committeeAct}第三十六条第一款、第三十条第四款`,
    }),
  },
}

const referral = (why: string, article: string) => route({ procedure: "referral", why, article })

/** The whole tree (at most five questions to any end). */
export const routingTree: RoutingNode = {
  question: {
    key: "subject",
    question: "这件事主要是什么？",
    hint: "先分清由谁说了算，再定怎么办。拿不准的，选“社区里的其他事”，后面还会问。",
    answers: [
      { value: "matter", label: "社区里的其他事：公共事务、公益事业、居民的困难和纠纷" },
      { value: "office", label: "推选或者选举人" },
      { value: "convert", label: "把住宅改成店铺、办公等经营性用房" },
      { value: "otherPower", label: "由政府部门或者专业单位管的事：公交站、隔离栏、执法、市政管线" },
      { value: "crossCommunity", label: "跨几个社区的事" },
    ],
  },
  leads: {
    matter: privateMatter,
    office,
    convert: allConcerned,
    otherPower: referral(
      "这件事由有关部门或者专业单位决定。可以协商形成意见，转办或者上报，并跟踪答复。",
      `${committeeAct}第十条第一款第九项：向人民政府或者街道办事处反映居民的意见、要求和提出建议`,
    ),
    crossCommunity: referral(
      "跨社区的事由街道牵头。可以先在本社区协商形成意见，报街道定程序。",
      "中共中央办公厅、国务院办公厅《关于加强城乡社区协商的意见》；本社区议事规则",
    ),
  },
}
