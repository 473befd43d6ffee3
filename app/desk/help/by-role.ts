import type { HelpChapter } from "./chapter"

export const gridWorkerChapter: HelpChapter = {
  slug: "grid-worker",
  title: "网格员",
  about: "在外面用手机报问题，看自己要办的事。",
  roles: ["gridWorker", "secretary"],
  parts: [
    {
      heading: "报问题",
      steps: [
        "群里的话可以整段粘贴，能认出时间、地点、电话的会自己填好。",
        "报以前看一眼有没有一样的。一样的不用再报，记一位附议的居民。",
        "攒了一批的，把网格表直接导入，不用改格式。再导一次不会重复。",
      ],
      links: [
        { to: "/issues/new", label: "登记问题", needs: "issue:report" },
        { to: "/imports/new?kind=issues", label: "导入问题表", needs: "issue:import" },
      ],
    },
    {
      heading: "办交给自己的事",
      steps: [
        "工作台上按时间排着自己要办的事。先签收，办的时候拍一张，办好再拍一张。",
        "办不下去的当天报受阻，写明原因，不要拖到时间过了再说。",
        "每周看一次履职清单。",
      ],
      links: [
        { to: "", label: "工作台" },
        { to: "/tasks/duty", label: "履职清单", needs: "task:read" },
      ],
    },
  ],
}

export const handlerChapter: HelpChapter = {
  slug: "handler",
  title: "承办人",
  about: "物业、部门收到交办以后怎么办。",
  roles: ["handler", "secretary"],
  parts: [
    {
      heading: "收到交办单",
      steps: [
        "先签收，签收就是知道要办什么、办多少、什么时候办完。",
        "每次有进展就报一次：办了多少，附照片。",
        "办不下去的，报受阻，写明卡在哪里，社区去协调，或者另想方案。",
        "全部做完，报完工，社区来验收。没有通过的，照验收意见接着办。",
      ],
      links: [{ to: "/tasks", label: "办理", needs: "task:read" }],
    },
    {
      heading: "收到督办单",
      steps: ["看清反馈的时限，写明现在到哪一步、什么时候能办完。", "确实要延期的，请社区改时间，写明原因。"],
    },
  ],
}

export const reviewerChapter: HelpChapter = {
  slug: "reviewer",
  title: "复核人",
  about: "公开的内容，印出来以前由第二个人看一遍。",
  roles: ["reviewer", "administrator", "secretary"],
  parts: [
    {
      heading: "核对公示版",
      steps: [
        "左边是内部的文字，右边是居民看到的。每一处遮盖都写着原因。",
        "居民的姓名写成“寅女士”或者“张*”；电话、证件号、门牌同姓名一起出现的、病情，都不能出现。单位名称和代表身份可以写。",
        "有一处没有遮，退回去，写明在哪里。自己拟的不能自己放行。",
        "看清楚再放行。放行以后才能印，贴出去就收不回来了。",
      ],
      law: "《个人信息保护法》第二十五条：未取得单独同意，不得公开个人信息",
      links: [{ to: "/notices", label: "公示", needs: "edition:read" }],
    },
    {
      heading: "核对表决票和规程",
      steps: [
        "别人录入的表决票，照原票再看一遍，填上票上写的。自己录入的不能自己核对。",
        "别人起草的规程，照写明的出处一项一项看，对得上再按“核对”。",
      ],
      links: [
        { to: "/polls", label: "书面表决", needs: "poll:read" },
        { to: "/rulebook", label: "规程", needs: "rulebook:read" },
      ],
    },
    {
      heading: "验收和复查",
      steps: ["照着交办单一项一项看，办了多少写多少。", "容易复发的，定一个复查的日子。"],
      links: [{ to: "/tasks", label: "办理", needs: "task:read" }],
    },
  ],
}

export const delegateChapter: HelpChapter = {
  slug: "delegate",
  title: "代表",
  about: "签到、发言、表决怎么做，有一张可以打印的须知。",
  roles: ["delegate", "secretary", "administrator"],
  parts: [
    {
      heading: "开会以前",
      steps: ["会议通知上有时间、地点、议题和方案。不能到会的，提前请假。", "签到条只给本人用，不要交给别人。"],
      links: [{ to: "/meetings", label: "会议", needs: "meeting:read" }],
    },
    {
      heading: "开会的时候",
      steps: [
        "扫码签到，看清是自己的名字，再用手指签名；不愿意在平板上签的，到签到台纸上签。",
        "先举手，请到了再说；先说赞成还是反对，再说理由。",
        "表决时选一项、核对、投出。投出以后，本轮不能再改。",
        "不会用的，举手，工作人员来帮您。",
      ],
      links: [{ to: "/help/delegate-card.pdf", label: "代表须知（可打印）" }],
    },
  ],
}
