import type { HelpChapter } from "./chapter"

export const monthChapter: HelpChapter = {
  slug: "month",
  title: "一个月怎么安排",
  about: "每天、每周、每月看哪几页，事情就不会落下。",
  roles: ["administrator", "secretary"],
  parts: [
    {
      heading: "每天",
      steps: [
        "早上先看工作台，从红字办起。红字是已经过了时间的。",
        "新报来的问题当天受理，两个工作日内定好怎么办，把受理答复告诉提出人。",
        "同一件事几个人来说，并到一起，一次答复，每个人都会记上一笔。",
      ],
      links: [
        { to: "", label: "工作台" },
        { to: "/issues?tab=reported", label: "新报的问题", needs: "issue:sort" },
      ],
    },
    {
      heading: "每周",
      steps: [
        "看工作台上“还没有答复的问题”，等得久的先催承办人。",
        "看过了时间的交办，发督办单。",
        "给网格员、承办人各印一张履职清单，当面对一遍。",
        "请管电脑的人备份一次，备份拷到移动硬盘，放在另一处。",
      ],
      links: [
        { to: "/tasks", label: "办理", needs: "task:read" },
        { to: "/tasks/duty", label: "履职清单", needs: "task:read" },
      ],
    },
    {
      heading: "每月",
      steps: [
        "定一天开协商议事会，把备好的议题一次商量完。通知提前三天发出。",
        "公示期满的撤下，异议答复完。",
        "到了复查日的事，去现场看一眼，好了就记上，没好就重新办。",
      ],
      links: [
        { to: "/topics?state=prepared", label: "备好的议题", needs: "topic:edit" },
        { to: "/meetings/new", label: "召集会议", needs: "meeting:convene" },
        { to: "/notices", label: "公示", needs: "edition:read" },
      ],
    },
    {
      heading: "每季度",
      steps: [
        "开一次民情恳谈会或者三方联席会议，说的事一条一条登记成问题，渠道选“会议座谈”。",
        "先通报上一次说的事办得怎样，再说新的。",
      ],
      links: [{ to: "/issues/new", label: "登记问题", needs: "issue:report" }],
    },
  ],
}
