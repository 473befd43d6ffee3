import { Button, ButtonLink } from "~/ui/Button"

/**
 * How a seat's tablet goes to someone else: on a shared one for nothing but the next code, from a helper back to the desk;
 * on a delegate's own the seat is given up. Stands in the form of the seat's page.
 */
export function HandOn({ to, isShared, isHelped }: { to: string; isShared: boolean; isHelped: boolean }) {
  if (isHelped) return <ButtonLink to={to}>结束代操作</ButtonLink>
  if (isShared) return <ButtonLink to={to}>换下一位</ButtonLink>
  return (
    <Button name="intent" value="giveUp">
      这台平板交给下一位
    </Button>
  )
}
