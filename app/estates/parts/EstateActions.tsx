import { Plus } from "lucide-react"
import { href } from "react-router"
import { ButtonLink } from "~/ui/Button"
import { Icon } from "~/ui/Icon"

/** Beside the title: the empty 房屋清册, its import, and one more 小区. */
export function EstateActions({ community }: { community: string }) {
  return (
    <>
      <ButtonLink to={href("/c/:community/registers/estates/template.xlsx", { community })} document>
        下载空白表格
      </ButtonLink>
      <ButtonLink to={`${href("/c/:community/imports/new", { community })}?kind=units`}>导入房屋清册</ButtonLink>
      <ButtonLink kind="main" to={href("/c/:community/registers/estates/new", { community })}>
        <Icon of={Plus} />
        登记小区
      </ButtonLink>
    </>
  )
}
