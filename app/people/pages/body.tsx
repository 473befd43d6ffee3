import { Plus } from "lucide-react"
import { href } from "react-router"
import { readBody, readBodyTerms } from "~/people/body-views"
import { BodyTermTable } from "~/people/parts/BodyTermTable"
import { PrintableNote } from "~/people/parts/PrintableNote"
import { SavedNote } from "~/people/parts/RegisterActions"
import { may } from "~/people/permissions"
import { ButtonLink } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { Icon } from "~/ui/Icon"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/body"

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const { name, kindName, note } = orThrow(context, await readBody(ctx, params.bodyId))
  return {
    body: { name, kindName, note },
    ...orThrow(context, await readBodyTerms(ctx, params.bodyId)),
    mayEdit: may(ctx.actor, "register:edit"),
    isSaved: url.searchParams.has("saved"),
    community: ctx.community.name,
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.body.name ?? ""} - ${loaderData?.community ?? ""}议事驿站` },
]

export default function Body({ loaderData, params }: Route.ComponentProps) {
  const { body, running, over, missing, mayEdit, isSaved } = loaderData
  const toTerm = (termId: string) => href("/c/:community/registers/bodies/:bodyId/terms/:termId", { ...params, termId })
  return (
    <Page
      title={body.name}
      lead={[body.kindName, body.note].filter(Boolean).join("。")}
      crumbs={[
        { label: "名册", to: href("/c/:community/registers", params) },
        { label: "组织和任期", to: href("/c/:community/registers/bodies", params) },
        { label: body.name },
      ]}
      actions={
        mayEdit ? (
          <>
            <ButtonLink to={href("/c/:community/registers/bodies/:bodyId/edit", params)}>改资料</ButtonLink>
            <ButtonLink to={`${href("/c/:community/imports/new", params)}?kind=bodyTerms`}>从表格导入</ButtonLink>
            <ButtonLink kind="main" to={href("/c/:community/registers/bodies/:bodyId/seat", params)}>
              <Icon of={Plus} />
              安排成员
            </ButtonLink>
          </>
        ) : null
      }
      summary={
        isSaved || missing.length > 0 ? (
          <div className="stack">
            {isSaved ? <SavedNote /> : null}
            <PrintableNote missing={missing} />
          </div>
        ) : null
      }
    >
      <div className="stack-l">
        <Sheet title={`现任（${running.length}人）`} flush>
          {running.length === 0 ? (
            <Empty title="还没有成员">逐个安排，或从花名册导入。名单里没登记过的人，会一并登记到人员名册。</Empty>
          ) : (
            <BodyTermTable caption="现任成员，按姓氏笔画排列" rows={running} toTerm={toTerm} />
          )}
        </Sheet>
        {over.length > 0 ? (
          <Sheet title={`历届（${over.length}人次）`} flush>
            <BodyTermTable caption="已经结束的任期，新的在前" rows={over} toTerm={toTerm} />
          </Sheet>
        ) : null}
      </div>
    </Page>
  )
}
