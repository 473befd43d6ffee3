import type { Actor } from "~/web/context"
import { may, type Permission } from "./permissions"

/** `covers` names further addresses that belong to a column: they are reached from its page and light it up. */
const columns: { path: string; label: string; needs?: Permission; covers?: readonly string[] }[] = [
  { path: "", label: "工作台" },
  { path: "/issues", label: "问题", needs: "issue:read" },
  { path: "/topics", label: "议题", needs: "topic:read" },
  { path: "/meetings", label: "会议", needs: "meeting:read", covers: ["/venues"] },
  { path: "/polls", label: "书面表决", needs: "poll:read" },
  { path: "/records", label: "文书", needs: "record:read", covers: ["/archive"] },
  { path: "/notices", label: "公示", needs: "edition:read" },
  { path: "/tasks", label: "办理", needs: "task:read", covers: ["/claims", "/resources", "/ledgers"] },
  { path: "/registers", label: "名册", needs: "register:read", covers: ["/accounts"] },
  { path: "/rulebook", label: "规程", needs: "rulebook:read" },
  { path: "/help", label: "帮助" },
]

/** The columns of the letterhead that this person may open. */
export const navigationOf = (actor: Actor, slug: string) =>
  columns
    .filter(column => !column.needs || may(actor, column.needs))
    .map(({ path, label, covers = [] }) => ({
      to: `/c/${slug}${path}`,
      label,
      covers: covers.map(one => `/c/${slug}${one}`),
    }))

type Column = ReturnType<typeof navigationOf>[number]

/** Whether the page at this address belongs to the column. The own sign-ins belong to none: they open beside the name. */
export const isInColumn = ({ to, covers }: Column, home: string, pathname: string): boolean =>
  to === home
    ? pathname === home
    : !pathname.endsWith("/accounts/own") && [to, ...covers].some(one => pathname.startsWith(one))
