import type { HelpChapter } from "./chapter"

export const registersChapter: HelpChapter = {
  slug: "registers",
  title: "房屋和人员名册",
  about: "名册登记得准，应到人数、票册和文书上的名字才不会错。",
  roles: ["administrator", "secretary"],
  parts: [
    {
      heading: "房屋清册",
      steps: [
        "物业现有的房屋清册可以直接导入，合并的格子、两行的表头都能认。先看预览，再确认。",
        "每套房屋要有面积和业主；几个人共有的，每个人都登记。还没有卖、卖了没有交的，登记为开发商持有。",
        "房屋换了业主，在房屋一页改。已经公告的表决，票册不变。",
      ],
      links: [{ to: "/registers/estates", label: "小区和房屋", needs: "register:read" }],
    },
    {
      heading: "人员",
      steps: [
        "一个人登记一次。同名的，凭电话、住址分清，不要合成一个人。",
        "可以按姓名、拼音首字母、电话后几位找人。",
        "本人要看自己的资料，打开他的一页，印给他；写错了当面改。",
        "电子签名、公开姓名，要本人同意，在他的一页记下来。",
      ],
      law: "《个人信息保护法》第二十五条、第四十五条、第四十六条",
      links: [{ to: "/registers/persons", label: "人员", needs: "register:read" }],
    },
    {
      heading: "组织和任期",
      steps: [
        "居委会、居务监督委员会、业委会、党支部谁在任、怎么产生、任期到哪天，登记在这里。",
        "开居民会议、党员大会的应到人员，也从这里取。",
        "任期满了填止日，再登记新的，不要改在旧的上面。",
      ],
      links: [
        { to: "/registers/bodies", label: "组织和任期", needs: "register:read" },
        { to: "/registers/representatives", label: "居民代表会议名册", needs: "register:read" },
        { to: "/registers/resident-groups", label: "居民小组", needs: "register:read" },
      ],
    },
    {
      heading: "账号",
      steps: ["谁能登录、做什么，在名册里的“账号”。参加会议的代表用签到码，不必有账号。"],
      links: [{ to: "/accounts", label: "账号", needs: "account:manage" }],
    },
  ],
}
