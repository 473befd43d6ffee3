import { createContext, use } from "react"
import { Button, ButtonLink } from "~/ui/Button"

/** How this tablet is used, and where it is handed on; known to the frame of all its pages. */
export type TabletUse = { switchPage: string; isShared: boolean; isHelped: boolean }

export const TabletUseContext = createContext<TabletUse | null>(null)

/**
 * How a tablet goes to someone else: a shared one for nothing but the next code, from a helper back to the desk. A
 * delegate's own is given up, where the page's form takes that (`mayGiveUp`).
 */
export function HandOn({ mayGiveUp }: { mayGiveUp?: boolean }) {
  const tablet = use(TabletUseContext)
  if (tablet?.isHelped) return <ButtonLink to={tablet.switchPage}>结束代操作</ButtonLink>
  if (tablet?.isShared) return <ButtonLink to={tablet.switchPage}>换下一位</ButtonLink>
  if (!mayGiveUp) return null
  return (
    <Button name="intent" value="giveUp">
      这台平板交给下一位
    </Button>
  )
}
