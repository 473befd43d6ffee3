import { ButtonLink } from "~/ui/Button"
import { Sheet } from "~/ui/Sheet"

/** The way to another proposal, folded away: most of what was agreed on is carried out. */
export function NextProposal({ to }: { to: string }) {
  return (
    <Sheet title="方案办不成" titleHidden>
      <details>
        <summary>这个方案办不成了</summary>
        <div className="stack">
          <p>
            会上同意了，动手以后才发现走不通的，写明原因，准备下一个方案。还能办的，先在“办理”里报受阻，大家想办法。
          </p>
          <ButtonLink wide to={to}>
            准备下一个方案
          </ButtonLink>
        </div>
      </details>
    </Sheet>
  )
}
