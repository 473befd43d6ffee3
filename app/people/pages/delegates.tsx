import { href } from "react-router"
import { RegisterActions, SavedNote } from "~/people/parts/RegisterActions"
import { TermTables } from "~/people/parts/TermTables"
import { may } from "~/people/permissions"
import { readDelegates } from "~/people/register-views"
import { Page } from "~/ui/Page"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/delegates"

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return {
    ...orThrow(context, await readDelegates(ctx)),
    mayEdit: may(ctx.actor, "register:edit"),
    isSaved: url.searchParams.has("saved"),
    community: ctx.community.name,
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `代表 - ${loaderData?.community ?? ""}议事驿站` }]

export default function Delegates({ loaderData, params }: Route.ComponentProps) {
  const { groups, past, mayEdit, isSaved } = loaderData
  return (
    <Page
      title="代表"
      lead="协商议事会的代表，按代表类别排列。任期满了不删除，填上任期的最后一天。"
      crumbs={[{ label: "名册", to: href("/c/:community/registers", params) }, { label: "代表" }]}
      actions={
        mayEdit ? (
          <RegisterActions
            community={params.community}
            kind="delegates"
            add={{ to: href("/c/:community/registers/delegates/new", params), label: "登记代表" }}
          />
        ) : null
      }
      summary={isSaved ? <SavedNote /> : null}
    >
      <TermTables
        groups={groups}
        past={past}
        belonging="单位和职务"
        toRow={delegateId => href("/c/:community/registers/delegates/:delegateId", { ...params, delegateId })}
        whenEmpty="有现成的名单就导入，也可以逐个登记。名单里没登记过的人，会一并登记到人员名册。"
      />
    </Page>
  )
}
