import { href } from "react-router"
import { RegisterActions, SavedNote } from "~/people/parts/RegisterActions"
import { TermTables } from "~/people/parts/TermTables"
import { may } from "~/people/permissions"
import { readRepresentatives } from "~/people/register-views"
import { Page } from "~/ui/Page"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/representatives"

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return {
    ...orThrow(context, await readRepresentatives(ctx)),
    mayEdit: may(ctx.actor, "register:edit"),
    isSaved: url.searchParams.has("saved"),
    community: ctx.community.name,
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `居民代表会议 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function Representatives({ loaderData, params }: Route.ComponentProps) {
  const { groups, past, mayEdit, isSaved } = loaderData
  return (
    <Page
      title="居民代表会议"
      lead="居民代表和居委会成员。协商议事会的代表另有名册，只能列席居民代表会议。"
      crumbs={[{ label: "名册", to: href("/c/:community/registers", params) }, { label: "居民代表会议" }]}
      actions={
        mayEdit ? (
          <RegisterActions
            community={params.community}
            kind="representatives"
            add={{ to: href("/c/:community/registers/representatives/new", params), label: "登记成员" }}
          />
        ) : null
      }
      summary={isSaved ? <SavedNote /> : null}
    >
      <TermTables
        groups={groups}
        past={past}
        belonging="居民小组"
        toRow={representativeId =>
          href("/c/:community/registers/representatives/:representativeId", { ...params, representativeId })
        }
        whenEmpty="有现成的名单就导入，也可以逐个登记。名单里没登记过的人，会一并登记到人员名册。"
      />
    </Page>
  )
}
