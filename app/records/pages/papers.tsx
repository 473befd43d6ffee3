import { href, redirect } from "react-router"
import { z } from "zod"
import { releaseAnnouncement, sendAnnouncement } from "~/records/announcement-release"
import { readRefs } from "~/records/meeting-paper-kinds"
import { printChosenPapers, printMeetingPaper } from "~/records/meeting-paper-printing"
import { readMeetingPapers } from "~/records/meeting-papers"
import { PaperPreview } from "~/records/parts/PaperPreview"
import { PaperTable } from "~/records/parts/PaperTable"
import { readSubstituted } from "~/records/previewed-characters"
import { Empty } from "~/ui/Empty"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Note } from "~/ui/Note"
import { Columns, Page } from "~/ui/Page"
import { appContext, requestContext, serverContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { originForOthers } from "~/web/origin"
import { speak } from "~/web/refusals"
import type { Route } from "./+types/papers"

const PapersForm = z.object({
  /** A single paper to be filed and opened; empty where the chosen ones are. */
  print: z.string().max(100).default(""),
  intent: z.enum(["", "printChosen", "sendAnnouncement", "releaseAnnouncement"]).default(""),
  /** Of which round an announcement is sent or released, and the wording that stood beside the button. */
  roundId: z.string().max(100).default(""),
  factsHash: z.string().max(64).default(""),
  paper: z
    .union([z.string().max(100), z.array(z.string().max(100)).max(500)])
    .default([])
    .transform(value => (Array.isArray(value) ? value : value === "" ? [] : [value])),
  duplex: z.string().max(10).default(""),
})

const saidOf: Record<string, string> = {
  sendAnnouncement: "计票结果公告已送核对，另一个人放行以后就能打印。",
  releaseAnnouncement: "计票结果公告已放行，会务可以打印和张贴。",
}

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const list = orThrow(context, await readMeetingPapers(ctx, params.meetingId))
  const { sentences } = context.get(serverContext)
  const lines = list.lines.map(({ waitsFor, ...line }) => ({
    ...line,
    waits: waitsFor ? speak(sentences, waitsFor) : "",
  }))
  const asked = url.searchParams.get("show")
  const shown = lines.find(line => line.id === asked && line.mayPreview) ?? lines.find(line => line.mayPreview)
  const origin = originForOthers(ctx.publicOrigin, context.get(requestContext).origin)
  return {
    ...list,
    lines,
    shown: shown?.id ?? null,
    said: saidOf[url.searchParams.get("done") ?? ""] ?? "",
    substituted: shown ? await readSubstituted(ctx, { meetingId: params.meetingId, origin }, shown.ref) : [],
    community: ctx.community.name,
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  const read = await readForm(request, PapersForm)
  if (!read.ok) return invalid(context, read)
  const origin = originForOthers(ctx.publicOrigin, context.get(requestContext).origin)
  const asked = { meetingId: params.meetingId, origin }
  const { print, paper, duplex, intent, roundId, factsHash } = read.value
  if (intent === "sendAnnouncement" || intent === "releaseAnnouncement") {
    const key = { meetingId: params.meetingId, roundId }
    const done =
      intent === "sendAnnouncement"
        ? await sendAnnouncement(ctx, key)
        : await releaseAnnouncement(ctx, { ...key, factsHash })
    const own = href("/c/:community/records/:meetingId/papers", params)
    return reply(context, done, `${own}?show=countAnnouncement:${roundId}&done=${intent}`, read.form)
  }
  const refs = orThrow(context, readRefs(print ? [print] : paper))
  const [only] = refs
  if (print && only) {
    const printed = await printMeetingPaper(ctx, asked, only)
    return reply(
      context,
      printed,
      ({ id }) => href("/c/:community/documents/:documentId", { community: params.community, documentId: `${id}.pdf` }),
      read.form,
    )
  }
  const filed = await printChosenPapers(ctx, asked, refs)
  if (!filed.ok) return reply(context, filed, "", read.form)
  const chosen = new URLSearchParams(paper.map(one => ["paper", one]))
  if (duplex) chosen.set("duplex", duplex)
  return redirect(`${href("/c/:community/records/:meetingId/papers/together.pdf", params)}?${chosen}`, 303)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `会议文书 - ${loaderData?.title ?? ""} - ${loaderData?.community ?? ""}议事驿站` },
]

/** All papers of a meeting: what may be printed now, what is filed, and the paper itself beside the list. */
export default function Papers({ loaderData, actionData, params }: Route.ComponentProps) {
  const { lines, title } = loaderData
  const shown = lines.find(line => line.id === loaderData.shown)
  return (
    <Page
      title="会议文书"
      lead={title}
      crumbs={[{ label: "文书", to: href("/c/:community/records", params) }, { label: title }]}
      summary={
        <>
          <ErrorSummary form={actionData?.form} />
          {loaderData.said && !actionData ? <Note kind="ok" live title={loaderData.said} /> : null}
        </>
      }
    >
      {lines.length === 0 ? (
        <Empty title="还没有可以看的文件">会议的文件印出来归档以后，能看的都列在这里。</Empty>
      ) : (
        <div className="paper-desk">
          <Columns
            aside={shown ? <PaperPreview line={shown} substituted={loaderData.substituted} params={params} /> : null}
          >
            <PaperTable
              list={loaderData}
              shown={shown?.id ?? null}
              params={params}
              chosen={actionData?.form.values.paper}
            />
          </Columns>
        </div>
      )}
    </Page>
  )
}
