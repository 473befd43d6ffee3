import { href, Link } from "react-router"
import { readClaimBoard } from "~/followup/claims/views"
import { ProjectRows } from "~/followup/parts/ProjectRows"
import { ResourceRows } from "~/followup/parts/ResourceRows"
import { WishRows } from "~/followup/parts/WishRows"
import { may } from "~/people/permissions"
import { ButtonLink } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { Note } from "~/ui/Note"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/claims"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return {
    ...orThrow(context, await readClaimBoard(ctx)),
    mayReadIssues: may(ctx.actor, "issue:read"),
    community: ctx.community.name,
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `双向认领 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function Claims({ loaderData, params }: Route.ComponentProps) {
  const { waiting, toAnswer, resources, projects, mayManage, mayReadIssues } = loaderData
  const { community } = params
  const issueTo = (issueId: string) => href("/c/:community/issues/:issueId", { community, issueId })
  return (
    <Page
      title="双向认领"
      lead="居民的微心愿，共建单位的资源，和把两头接起来的项目。"
      crumbs={[{ label: "办理", to: href("/c/:community/tasks", params) }, { label: "双向认领" }]}
      actions={
        <>
          {mayReadIssues ? <ButtonLink to={href("/c/:community/ledgers", params)}>台账</ButtonLink> : null}
          {mayManage ? (
            <ButtonLink kind="main" to={href("/c/:community/resources/new", params)}>
              登记一项资源
            </ButtonLink>
          ) : null}
        </>
      }
      summary={
        mayManage && toAnswer.length > 0 ? (
          <Note kind="act" title="心愿已经实现，请答复提出人">
            {toAnswer.map(wish => (
              <p key={wish.issueId}>
                <Link to={issueTo(wish.issueId)}>{wish.title}</Link>
              </p>
            ))}
          </Note>
        ) : null
      }
    >
      <div className="stack-l">
        <Sheet title={`等人认领的需求（${waiting.length}）`} flush>
          {waiting.length === 0 ? (
            <Empty title="没有等人认领的需求">
              <p>问题分到“微心愿”以后，会列在这里等人认领。</p>
            </Empty>
          ) : (
            <WishRows wishes={waiting} community={community} mayManage={mayManage} mayReadIssues={mayReadIssues} />
          )}
        </Sheet>
        <Sheet title={`可供资源（${resources.length}）`} flush>
          {resources.length === 0 ? (
            <Empty title="还没有登记资源">
              <p>共建单位愿意出人、出物、出场地，登记在这里，认领需求时可以选用。</p>
            </Empty>
          ) : (
            <ResourceRows resources={resources} community={community} />
          )}
        </Sheet>
        <Sheet title={`项目（${projects.length}）`} flush>
          {projects.length === 0 ? (
            <Empty title="还没有项目">
              <p>需求有人认领以后，就成为一个项目，办到哪一步记在这里。</p>
            </Empty>
          ) : (
            <ProjectRows projects={projects} community={community} />
          )}
        </Sheet>
      </div>
    </Page>
  )
}
