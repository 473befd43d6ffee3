import { Form, href } from "react-router"
import { may } from "~/people/permissions"
import { checkOwnArchive, readArchive, resumeArchive, signArchive } from "~/records/archive"
import { ArchiveForm } from "~/records/archive-form"
import { ArchiveBehind } from "~/records/parts/ArchiveBehind"
import { ArchiveChecked } from "~/records/parts/ArchiveChecked"
import { ArchiveDigests } from "~/records/parts/ArchiveDigests"
import { ArchiveYears } from "~/records/parts/ArchiveYears"
import { RetentionTable } from "~/records/parts/RetentionTable"
import { retentionTable } from "~/records/retention-table"
import { Log } from "~/registry/parts/Log"
import { readTimeline } from "~/registry/timeline"
import { Button } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Note } from "~/ui/Note"
import { Columns, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { TextField } from "~/ui/TextField"
import { appContext, serverContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/archive"

/** Of the newest entries of the community: others stand among them. */
const logShown = 60

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const subjects = [{ kind: "community" as const, ids: [ctx.community.id] }]
  return {
    archive: orThrow(context, await readArchive(ctx)),
    retention: retentionTable,
    timeline: may(ctx.actor, "audit:read") ? await readTimeline(ctx, archiveWords(context), subjects, logShown) : [],
    isSigned: url.searchParams.get("done") === "sign",
    community: ctx.community.name,
  }
}

/** Of the community's log only what happened to its archive. */
const archiveWords = (context: Route.LoaderArgs["context"]) =>
  Object.fromEntries(
    Object.entries(context.get(serverContext).auditWords).filter(([action]) => action.startsWith("archive.")),
  )

export async function action({ request, context, params }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  const read = await readForm(request, ArchiveForm)
  if (!read.ok) return invalid(context, read)
  const done = `${href("/c/:community/archive", params)}?done=sign`
  if (read.value.intent === "sign") return reply(context, await signArchive(ctx), done, read.form)
  if (read.value.intent === "resume") return reply(context, await resumeArchive(ctx, read.value), done, read.form)
  const checked = await checkOwnArchive(ctx)
  return checked.ok ? { checked: checked.value } : reply(context, checked, "", read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `档案 - ${loaderData?.community ?? ""}议事驿站` }]

/** 档案: every printed paper, year by year, how long it is kept, and what proves that nothing was changed since. */
export default function Archive({ loaderData, actionData, params }: Route.ComponentProps) {
  const { archive, retention, timeline, isSigned } = loaderData
  const form = actionData && "form" in actionData ? actionData.form : undefined
  const checked = actionData && "checked" in actionData ? actionData.checked : null
  return (
    <Page
      title="档案"
      lead="印发过的每份文书都留着原件。"
      crumbs={[{ label: "文书", to: href("/c/:community/records", params) }, { label: "档案" }]}
      summary={
        <>
          <ErrorSummary form={form} />
          {isSigned && !actionData ? (
            <Note kind="ok" live title="已签名。可以把最近一次的摘要抄下来，放在别处。" />
          ) : null}
        </>
      }
    >
      <Columns
        aside={
          <>
            <CheckSheetForm community={params.community} />
            <RetentionTable retention={retention} />
          </>
        }
      >
        {checked ? <ArchiveChecked checked={checked} /> : null}
        {archive.behind ? <ArchiveBehind why={archive.behind} mayResume={archive.mayResume} form={form} /> : null}
        <ArchiveYears years={archive.years} mayTake={archive.mayTake} community={params.community} />
        <ArchiveDigests archive={archive} community={params.community} />
        <Log entries={timeline} />
      </Columns>
    </Page>
  )
}

/** What is printed on a paper leads to it, also where no code can be scanned. */
function CheckSheetForm({ community }: { community: string }) {
  return (
    <Sheet title="核验一份文书">
      <Form method="get" action={href("/c/:community/board/verify", { community })} className="stack">
        <TextField
          name="number"
          label="核验码或编号"
          hint="核验码印在二维码旁边，16位，大小写、空格都不要紧"
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
        />
        <p>
          <Button>核验</Button>
        </p>
      </Form>
    </Sheet>
  )
}
