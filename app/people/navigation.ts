import type { Actor } from "~/web/context"
import { may, type Permission } from "./permissions"

const columns: { path: string; label: string; needs?: Permission }[] = [
  { path: "", label: "工作台" },
  { path: "/issues", label: "问题", needs: "issue:read" },
  { path: "/topics", label: "议题", needs: "topic:read" },
  { path: "/meetings", label: "会议", needs: "meeting:read" },
  { path: "/polls", label: "书面表决", needs: "poll:read" },
  { path: "/records", label: "文书", needs: "record:read" },
  { path: "/notices", label: "公示", needs: "edition:read" },
  { path: "/tasks", label: "办理", needs: "task:read" },
  { path: "/registers", label: "名册", needs: "register:read" },
  { path: "/rulebook", label: "规程", needs: "rulebook:read" },
  { path: "/accounts", label: "账号", needs: "account:manage" },
  { path: "/help", label: "帮助" },
]

/** The columns of the letterhead that this person may open. */
export const navigationOf = (actor: Actor, slug: string) =>
  columns
    .filter(column => !column.needs || may(actor, column.needs))
    .map(({ path, label }) => ({ to: `/c/${slug}${path}`, label }))
