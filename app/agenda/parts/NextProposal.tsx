import { ButtonLink } from "~/ui/Button"
import { Sheet } from "~/ui/Sheet"

/** The way to another proposal, folded away: most of what was agreed on is carried out, most of what was not is answered. */
export function NextProposal({ to, isRefused }: { to: string; isRefused: boolean }) {
  return (
    <Sheet title="下一个方案" titleHidden>
      <details>
        <summary>{isRefused ? "没有同意，另提一个方案" : "这个方案办不成了"}</summary>
        <div className="stack">
          <p>
            {isRefused
              ? "没有得到同意的，写明原因，准备下一个方案，程序重新判断。不再提的，答复提出人。"
              : "会上同意了，动手以后才发现走不通的，写明原因，准备下一个方案。还能办的，先在“办理”里报受阻，大家想办法。"}
          </p>
          <ButtonLink wide to={to}>
            准备下一个方案
          </ButtonLink>
        </div>
      </details>
    </Sheet>
  )
}
