import { ChevronLeft, ChevronRight } from "lucide-react"
import { ButtonLink } from "~/ui/Button"
import { Icon } from "~/ui/Icon"

export type PagerProps = {
  /** The first and last shown, counted from 1. */
  from: number
  to: number
  total: number
  unit?: string
  previous?: string
  next?: string
}

/** 第1至8条，共26条, with the way to the pages beside this one. */
export function Pager({ from, to, total, unit = "条", previous, next }: PagerProps) {
  return (
    <nav className="pager" aria-label="分页">
      <span className="soft">
        第{from}至{to}
        {unit}，共{total}
        {unit}
      </span>
      <span className="row">
        {previous ? (
          <ButtonLink to={previous}>
            <Icon of={ChevronLeft} />
            上一页
          </ButtonLink>
        ) : null}
        {next ? (
          <ButtonLink to={next}>
            下一页
            <Icon of={ChevronRight} />
          </ButtonLink>
        ) : null}
      </span>
    </nav>
  )
}
