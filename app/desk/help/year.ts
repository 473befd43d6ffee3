import type { HelpChapter } from "./chapter"

const act = "《城市居民委员会组织法》（2025年修订）"

export const yearChapter: HelpChapter = {
  slug: "year",
  title: "一年怎么安排",
  about: "法律规定每年要做的几件事，放在哪几个月做。",
  roles: ["administrator", "secretary", "reviewer"],
  parts: [
    {
      heading: "年初：把名册对一遍",
      steps: [
        "文书和问题的编号每年从1号起，到了新年自己会换，不用设置。",
        "看代表、居民代表有没有到期、搬走的，任期止日填上，再登记新的。过去的会议记录不受影响。",
        "离开岗位的人，账号停用，不要改给别人用。",
      ],
      links: [
        { to: "/registers", label: "名册", needs: "register:read" },
        { to: "/accounts", label: "账号", needs: "account:manage" },
      ],
    },
    {
      heading: "上半年、下半年：各开一次居民代表会议",
      steps: [
        "居民代表会议每半年至少一次，有五分之一以上居民代表提议的也要开。",
        "要决定的重要事项，先由社区党组织研究。",
        "三分之二以上组成人员到会才能开，到会人员过半数同意才算通过。居民代表不少于组成人员的五分之四。",
        "物业、政协委员、职能部门的代表列席，可以说，不表决。",
      ],
      law: `${act}第二十八条、第二十九条、第三十条`,
      links: [
        { to: "/registers/representatives", label: "居民代表会议名册", needs: "register:read" },
        { to: "/meetings/new", label: "召集会议", needs: "meeting:convene" },
      ],
    },
    {
      heading: "六月底以前：上一年归档",
      steps: [
        "上一年的纪要、决议、公示都下载下来，同张贴的照片、签到表一起交档案。",
        "还没有办完的事项，在新的一年接着办，不归档。",
      ],
      law: "《城市社区档案管理办法》（国家档案局、民政部令第11号）：文书材料在第二年六月底以前归档",
      links: [{ to: "/records", label: "文书", needs: "record:read" }],
    },
    {
      heading: "年底：民主评议和年度清单",
      steps: [
        "居务监督委员会每年组织一次民主评议，评议居委会成员。",
        "看看这一年收到多少问题、答复多少、还欠谁的答复。欠的一条一条说明。",
        "把问题清单导出来，向居民代表会议报告。",
      ],
      law: `${act}第三十七条`,
      links: [{ to: "/issues", label: "问题台账", needs: "issue:read" }],
    },
    {
      heading: "全年：议定的事要公布",
      steps: [
        "协商确定的事项和落实情况，公示不少于15天。从张贴的第二天算起，最后一天遇上节假日的，顺延到节后第一个工作日。",
        "贴出去的是公示版：姓名、电话、房号由人看过、遮好，再由另一个人核对放行。",
        "有人提异议的，三天内答复。",
      ],
      law: `${act}第三十四条；《民法典》第二百零一条、第二百零三条。异议的答复时限按本社区议事规则`,
      links: [{ to: "/notices", label: "公示", needs: "edition:read" }],
    },
  ],
}
