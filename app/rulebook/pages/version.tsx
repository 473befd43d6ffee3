import { href } from "react-router"
import { may } from "~/people/permissions"
import { Log } from "~/registry/parts/Log"
import { readTimeline } from "~/registry/timeline"
import { ChangedTable, SameTable } from "~/rulebook/parts/ComparedSettings"
import { DraftForm, draftOrder } from "~/rulebook/parts/DraftForm"
import { VersionMoves } from "~/rulebook/parts/VersionMoves"
import { badgeOf } from "~/rulebook/parts/VersionTable"
import { readVersion } from "~/rulebook/rulebook-views"
import { actOnVersion } from "~/rulebook/version-acting"
import { VersionForm } from "~/rulebook/version-forms"
import { Badge } from "~/ui/Badge"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Note } from "~/ui/Note"
import { Columns, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext, serverContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/version"

const doneWords: Record<string, string> = {
  save: "草稿已保存。改好后，请另一位同事登录，对照原文核对。",
  check: "已核对，文字不再改动。接下来可以启用。",
  enable: "已启用。新发通知的会议、新公告的表决按这一版办。",
  withdraw: "已撤回，文字仍然留着备查。",
}

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const version = orThrow(context, await readVersion(ctx, params.preset, params.versionId))
  const subjects = [{ kind: "rulebookVersion" as const, ids: [version.id] }]
  const mayReadLog = may(ctx.actor, "audit:read")
  return {
    version,
    timeline: mayReadLog ? await readTimeline(ctx, context.get(serverContext).auditWords, subjects) : [],
    done: doneWords[url.searchParams.get("done") ?? ""] ?? "",
    community: ctx.community.name,
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, VersionForm)
  if (!read.ok) return invalid(context, read)
  const to = `${href("/c/:community/rulebook/:preset/:versionId", params)}?done=${read.value.intent}`
  return reply(context, await actOnVersion(context.get(appContext), params, read.value), to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  {
    title: loaderData
      ? `${loaderData.version.name}第${loaderData.version.ordinal}版 - ${loaderData.community}议事驿站`
      : "议事驿站",
  },
]

/** One version: its draft to be filled in, or its values beside the law's and those in force. */
export default function Version({ loaderData, actionData, params }: Route.ComponentProps) {
  const { version, timeline, done } = loaderData
  const form = actionData?.form
  const [changed, same] = [version.rows.filter(row => row.isChanged), version.rows.filter(row => !row.isChanged)]
  const withInForce = version.inForceOrdinal !== null
  return (
    <Page
      title={`${version.name}第${version.ordinal}版`}
      lead={<Badge kind={badgeOf[version.state]}>{version.stateName}</Badge>}
      crumbs={[
        { label: "规程", to: href("/c/:community/rulebook", params) },
        { label: version.name, to: href("/c/:community/rulebook/:preset", params) },
        { label: `第${version.ordinal}版` },
      ]}
      summary={
        form ? (
          <ErrorSummary form={form} order={draftOrder(version.rows)} />
        ) : done ? (
          <Note kind="ok" live title={done} />
        ) : null
      }
    >
      <Columns aside={<VersionMoves version={version} form={form} />}>
        {version.can.edit ? (
          // Made anew after each saving, so that every field shows what stands now.
          <DraftForm key={version.version} version={version} form={form} />
        ) : (
          <>
            <Sheet title="与法律和预设不同的" flush={changed.length > 0}>
              {changed.length > 0 ? (
                <ChangedTable rows={changed} withInForce={withInForce} />
              ) : (
                <p>没有。这一版每一项都按法律和预设。</p>
              )}
            </Sheet>
            <Sheet title="与法律和预设相同的" flush>
              <SameTable rows={same} withInForce={withInForce} />
            </Sheet>
          </>
        )}
        <Log entries={timeline} />
      </Columns>
    </Page>
  )
}
