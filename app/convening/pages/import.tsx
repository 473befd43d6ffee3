import { href, redirect } from "react-router"
import { z } from "zod"
import { importRowChoices, importRowStatuses } from "#db/schema/registry-imports"
import { importSpecOf } from "~/convening/import-specs"
import { refuse } from "~/law/result"
import { notHere } from "~/people/gate"
import { readImport } from "~/registry/import-view"
import {
  cancelImport,
  chooseForRows,
  confirmImport,
  continueReading,
  findImportKind,
  rereadImport,
} from "~/registry/imports"
import { ImportPreview } from "~/registry/parts/ImportPreview"
import { appContext, type Ctx, serverContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { speak } from "~/web/refusals"
import type { Route } from "./+types/import"

const Query = z.object({
  status: z.enum(importRowStatuses).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

/** `choice-<ordinal>` for each row shown; the rest says what the pressed button does. */
const PreviewForm = z.looseObject({
  intent: z.enum(
    ["choose", "mark", "confirm", "cancel", "reread", "all-keep", "all-support", "all-skip", "leave-errors"],
    "请用页面上的按钮提交",
  ),
})

async function specOf(ctx: Ctx, importId: string) {
  const spec = importSpecOf(await findImportKind(ctx, importId))
  if (!spec) throw notHere()
  return spec
}

export async function loader({ url, params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const spec = await specOf(ctx, params.importId)
  await continueReading(ctx, spec, params.importId)
  const { status, page } = Query.parse({
    status: url.searchParams.get("status"),
    page: url.searchParams.get("page") ?? 1,
  })
  const view = orThrow(context, await readImport(ctx, spec, params.importId, { status, page }))
  const failure = view.failure && speak(context.get(serverContext).sentences, view.failure)
  const again = `${href("/c/:community/imports/new", params)}?kind=${spec.kind}`
  return { view, failure, again, here: url.pathname, community: ctx.community.name }
}

export async function action({ request, url, params, context }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  const { importId } = params
  const spec = await specOf(ctx, importId)
  if (!spec.mayImport(ctx)) return reply(context, refuse("forbidden"), "/")
  const read = await readForm(request, PreviewForm)
  if (!read.ok) return invalid(context, read)
  const { intent } = read.value
  const here = url.pathname + url.search
  if (intent === "cancel") return reply(context, await cancelImport(ctx, spec, importId), here, read.form)
  if (intent === "reread") return reply(context, await rereadImport(ctx, spec, importId), url.pathname, read.form)
  const choices = choicesIn(read.form.values)
  if (intent === "leave-errors") choices.push({ status: "error", rows: "undecided", choice: "skip" })
  const all = importRowChoices.find(choice => intent === `all-${choice}`)
  if (all) choices.push({ status: "like", rows: "undecided", choice: all })
  if (choices.length > 0) {
    const chosen = await chooseForRows(ctx, spec, importId, choices)
    if (!chosen.ok) return reply(context, chosen, here, read.form)
  }
  // A mark is sent by script as it is made; the page stays where it is.
  if (intent === "mark") return { form: undefined }
  if (intent !== "confirm") return redirect(here, 303)
  return reply(context, await confirmImport(ctx, spec, importId), url.pathname, read.form)
}

/** What was chosen on the page shown, by choice. */
function choicesIn(values: Record<string, unknown>): Parameters<typeof chooseForRows>[3] {
  return importRowChoices.flatMap(choice => {
    const rows = Object.entries(values).flatMap(([name, value]) => {
      const ordinal = /^choice-(\d{1,6})$/.exec(name)?.[1]
      return ordinal && value === choice ? [Number(ordinal)] : []
    })
    return rows.length > 0 ? [{ status: "like" as const, rows, choice }] : []
  })
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `导入${loaderData?.view.title ?? ""} - ${loaderData?.community ?? ""}议事驿站` },
]

export default function ImportPage({ loaderData, actionData }: Route.ComponentProps) {
  return <ImportPreview {...loaderData} form={actionData?.form} />
}
