import type { AttendanceGroup } from "#templates/attendance"
import type { MinutesFacts } from "#templates/minutes"
import type { Printing } from "#templates/printing"

export const printing: Printing = {
  verifyUrl: "https://yishi.example.cn/v/8c1d0f2ab34e5567",
  factsHash: "8c1d0f2ab34e55670f9e8d7c6b5a49382716f5e4d3c2b1a098877665544332211".slice(0, 64),
  date: "2026-03-06",
}

export const printingAtOffice: Printing = { ...printing, verifyUrl: null }

/** Invented people whose names need the fallback fonts. */
export const rareNames = ["甲喆", "乙堃", "丙昇", "丁彧", "戊翀", "己𬭼", "庚㛃", "辛䶮"]

const stems = "甲乙丙丁戊己庚辛壬癸"
const branches = "一二三四五六七八九十"
/** `count` invented names: 甲一, 乙二, … each once. */
export function inventNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const third = index % 3 === 2 ? "乐" : ""
    return `${stems[index % 10]}${third}${branches[(index + Math.floor(index / 10)) % 10]}`
  })
}

const group = (delegation: string, names: string[], organization = ""): AttendanceGroup => ({
  delegation,
  people: names.map(name => ({ name, organization })),
})

const names = inventNames(32)

export const fullMinutes: MinutesFacts = {
  community: "振兴社区",
  name: "振兴社区协商议事会纪要",
  number: "振社议纪〔2026〕3号",
  issuer: "振兴社区居民委员会",
  issuedOn: "2026年3月6日",
  brief: false,
  title: "振兴社区2026年第三次协商议事会\n关于加装电梯和小区停车的会议纪要",
  meetingNumber: "2026年第三次",
  time: "2026年3月5日14:30至16:05",
  venue: "振兴社区“有事好商量”协商议事室（党群服务中心二楼）",
  chair: "甲喆",
  recorder: "寅女士",
  present: [
    group("党员代表", ["甲喆", "乙堃", ...names.slice(0, 6)]),
    group("居民代表", ["丙昇", "丁彧", "阿卜杜拉·买买提", ...names.slice(6, 22)]),
    group("物业代表", names.slice(22, 24), "振兴物业服务有限公司"),
    group("业委会代表", ["戊翀", ...names.slice(24, 27)]),
    group("政协委员", ["己𬭼"]),
    group("职能部门", ["庚㛃"], "区住房和城乡建设局"),
  ],
  excused: [group("", ["辛䶮"])],
  absent: [group("", names.slice(27, 29))],
  observers: [group("", names.slice(29, 31), "振兴街道办事处")],
  quorum: {
    entitled: 42,
    present: 38,
    bar: "应到人数三分之二以上",
    basis: "《振兴社区协商议事会议事规则》第八条",
    met: true,
  },
  agenda: [
    {
      heading: "关于3号楼加装电梯的方案",
      discussion: [
        "会议听取了业委会代表戊翀关于3号楼加装电梯方案（第二稿）的说明。方案总费用￥486,000.00元，其中财政补贴￥200,000.00元，其余由12户业主按楼层分担。代表们指出：“一楼、二楼的采光要先说清楚，施工时间要避开中考。”",
        "区住房和城乡建设局庚㛃就补贴的申请条件作了解释——申请应在开工前提交；逾期不予受理……代表丙昇、丁彧、阿卜杜拉·买买提提出，应当同时约定日常维护费用的分担办法（含年检、电费、保险），会议采纳了这一意见。",
      ],
      motions: [
        {
          title: "《3号楼加装电梯方案（第二稿）》",
          text: "同意《3号楼加装电梯方案（第二稿）》，由业委会组织签约；一楼、二楼采光影响由设计单位出具书面说明后方可开工。",
          method: "无记名投票表决",
          figures: [
            { label: "应到", count: 42 },
            { label: "实到", count: 38 },
            { label: "投票", count: 38 },
            { label: "赞成", count: 33 },
            { label: "反对", count: 3 },
            { label: "弃权", count: 2 },
            { label: "无效", count: 0 },
          ],
          lights: [
            { label: "实到人数占应到人数", numerator: 38, denominator: 42, bar: "三分之二以上", met: true },
            { label: "赞成票占实到人数", numerator: 33, denominator: 38, bar: "过半数", met: true },
          ],
          outcome: "以上各项均达到要求，该事项通过。",
          namedVotes: [],
        },
      ],
      decisions: [
        {
          content: "业委会向区住房和城乡建设局提交加装电梯补贴申请，并在小区公示栏公开申请材料",
          responsible: "业委会戊翀",
          due: "2026年3月31日前",
        },
        { content: "设计单位出具采光影响书面说明", responsible: "振兴物业服务有限公司", due: "2026年4月10日前" },
      ],
      dissent: ["有2名居民代表认为一楼住户的补偿标准偏低，建议参照邻近小区另行协商。"],
    },
    {
      heading: "关于小区停车位重新划线",
      discussion: [
        "会议讨论了物业公司提出的停车位划线方案，查询网址：https://yishi.example.cn/c/zhenxing/topics/2026-07。",
      ],
      motions: [
        {
          title: "小区停车位重新划线方案",
          text: "同意按第一稿划线，消防通道两侧不设车位。",
          method: "记名表决",
          figures: [
            { label: "应到", count: 42 },
            { label: "实到", count: 38 },
            { label: "投票", count: 37 },
            { label: "赞成", count: 18 },
            { label: "反对", count: 15 },
            { label: "弃权", count: 4 },
            { label: "无效", count: 0 },
          ],
          lights: [
            { label: "实到人数占应到人数", numerator: 38, denominator: 42, bar: "三分之二以上", met: true },
            { label: "赞成票占实到人数", numerator: 18, denominator: 38, bar: "过半数", met: false },
          ],
          outcome: "赞成票未达到要求，该事项未通过，转入补充调研。",
          namedVotes: [],
        },
      ],
      decisions: [],
      dissent: [],
    },
  ],
  closing: ["会议要求，会后5日内张贴本纪要的公示版，公示期不少于15日。"],
  chairApproval: "",
  recorderApproval: "",
  imprint: null,
}

export const minimalMinutes: MinutesFacts = {
  ...fullMinutes,
  number: "振社议纪〔2026〕4号",
  brief: true,
  title: "关于楼道堆物清理的会议纪要",
  meetingNumber: "",
  time: "2026年3月12日9:00至9:40",
  venue: "社区办公室",
  present: [group("", ["甲一", "乙二", "丙三"])],
  excused: [],
  absent: [],
  observers: [],
  quorum: { entitled: 3, present: 3, bar: "过半数", basis: "《振兴社区协商议事会议事规则》第八条", met: true },
  agenda: [
    {
      heading: "关于5号楼楼道堆物",
      discussion: [],
      motions: [],
      decisions: [{ content: "一周内由物业协助住户清理", responsible: "振兴物业", due: "2026年3月19日前" }],
      dissent: [],
    },
  ],
  closing: [],
}

/** 120 delegates vote by name: the roll runs over several pages. */
export const namedVoteMinutes: MinutesFacts = {
  ...fullMinutes,
  brief: true,
  chairApproval: "已于2026年3月6日在线确认",
  recorderApproval: "已于2026年3月6日在线确认",
  agenda: [
    {
      ...fullMinutes.agenda[1]!,
      motions: [
        {
          ...fullMinutes.agenda[1]!.motions[0]!,
          namedVotes: inventNames(120).map((name, index) => ({
            name: index === 5 ? "买买提江·阿卜杜热合曼·吐尔逊" : name,
            delegation: ["居民代表", "党员代表", "物业代表", "业委会代表"][index % 4]!,
            choice: ["赞成", "反对", "赞成", "弃权"][index % 4]!,
          })),
        },
      ],
    },
  ],
  imprint: {
    copiedTo: "振兴街道办事处，区政协委员联络工作委员会，各网格",
    printedBy: "振兴社区居民委员会",
    printedOn: "2026年3月6日",
  },
}

/** A 三方联席会议: nothing is voted on and no quorum demanded; what was agreed stands as 议定事项. */
export const consensusMinutes: MinutesFacts = {
  ...minimalMinutes,
  name: "振兴社区三方联席会议纪要",
  title: "振兴社区2026年第二次三方联席会议\n会议纪要",
  quorum: { entitled: 6, present: 5, bar: "", basis: "", met: true },
  agenda: [
    {
      heading: "小区公共收益对账",
      discussion: ["物业说明了上半年公共收益的收支，业委会提出每月对一次账。"],
      motions: [],
      decisions: [{ content: "公共收益每月对账，结果次月5日前公示", responsible: "振兴物业", due: "2026年4月5日前" }],
      dissent: [],
    },
  ],
}
