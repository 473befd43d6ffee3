import { Plus } from "lucide-react"
import { href } from "react-router"
import type { ImportKind } from "#db/schema/registry-imports"
import { ButtonLink } from "~/ui/Button"
import { Icon } from "~/ui/Icon"
import { Note } from "~/ui/Note"

/** Beside a register's title: the template, the import, and the form for one more. */
export function RegisterActions({
  community,
  kind,
  add,
}: {
  community: string
  kind: ImportKind
  add?: { to: string; label: string }
}) {
  return (
    <>
      <ButtonLink to={`${href("/c/:community/registers/template.xlsx", { community })}?kind=${kind}`} document>
        下载空白表格
      </ButtonLink>
      <ButtonLink to={`${href("/c/:community/imports/new", { community })}?kind=${kind}`}>从表格导入</ButtonLink>
      {add ? (
        <ButtonLink kind="main" to={add.to}>
          <Icon of={Plus} />
          {add.label}
        </ButtonLink>
      ) : null}
    </>
  )
}

/** After a form that came back to its own page. */
export function SavedNote({ children = "已保存。" }: { children?: string }) {
  return (
    <Note kind="ok" live>
      <p>{children}</p>
    </Note>
  )
}
