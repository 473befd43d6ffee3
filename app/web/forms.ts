import { type FileUpload, FormDataParseError, MaxFilesExceededError, parseFormData } from "@remix-run/form-data-parser"
import type { RouterContextProvider } from "react-router"
import { data, redirect } from "react-router"
import type { z } from "zod"
import { type Refusal, type Result, refuse } from "~/law/result"
import type { FormView } from "~/ui/form-view"
import { serverContext } from "./context"
import type { WithHead } from "./cookies"
import { speak, statusOf } from "./refusals"

export type UploadedFile = { fieldName: string; fileName: string; mediaType: string; bytes: Uint8Array }

type Limits = { fileMegabytes?: number; files?: number }

export type ReadForm<T> =
  | { ok: true; value: T; files: UploadedFile[]; form: FormView }
  | { ok: false; refusal: Refusal; form: FormView }

/** What the parser calls a part without a file name: the field was left empty. */
const unnamed = "file-upload"

const sentByForms = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/
const sentByScripts = /^application\/x-www-form-urlencoded\b/
const mostParts = 2000

const refused = <T>(refusal: Refusal): ReadForm<T> => ({ ok: false, refusal, form: { values: {}, errors: {} } })

/**
 * Reads and checks a form. Every body is limited, urlencoded ones too. What was typed comes back in `form`, so that a
 * page can show it again beside the errors; passwords and check-in codes do not.
 */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  limits: Limits = {},
): Promise<ReadForm<z.output<Schema>>> {
  const megabytes = limits.fileMegabytes ?? 1
  const files: UploadedFile[] = []
  // What no form of ours sends would be read whole, without any limit, before it is found unreadable.
  if (!sentByForms.test(request.headers.get("Content-Type") ?? "")) return refused(refuse("body_unreadable"))
  let body: FormData
  try {
    body = await parseFormData(
      request,
      {
        maxFileSize: megabytes * 1024 * 1024,
        maxFiles: limits.files ?? 1,
        maxParts: mostParts,
        maxTotalSize: mostBytesOf(limits),
      },
      async (file: FileUpload) => {
        const bytes = new Uint8Array(await file.arrayBuffer())
        if (bytes.length > 0 || file.name !== unnamed)
          files.push({ fieldName: file.fieldName, fileName: file.name, mediaType: file.type, bytes })
        return null
      },
    )
  } catch (error) {
    return refused(refusalOfBody(error, megabytes))
  }
  return checkForm(body, schema, files)
}

/** How many bytes a body may have, its files with it. */
const mostBytesOf = ({ fileMegabytes = 1, files = 1 }: Limits): number => (files * fileMegabytes + 1) * 1024 * 1024

/** A body read to its end; or why it was not: of more bytes than that, or cut in the middle. */
export type ReadText = { text: string } | "tooLarge" | "cut"
export type WithText = WithHead & { readText: (mostBytes: number) => Promise<ReadText> }

/** The same for a request at the quick door, which takes what pages send by script: fields, never files. */
export async function readFields<Schema extends z.ZodType>(
  request: WithText,
  schema: Schema,
): Promise<ReadForm<z.output<Schema>>> {
  if (!sentByScripts.test(request.headers.get("Content-Type") ?? "")) return refused(refuse("body_unreadable"))
  const read = await request.readText(mostBytesOf({}))
  if (read === "cut") return refused(refuse("body_unreadable"))
  if (read === "tooLarge" || read.text.split("&", mostParts + 1).length > mostParts)
    return refused(refuse("body_too_large", { megabytes: 1 }))
  return checkForm(new URLSearchParams(read.text), schema, [])
}

function checkForm<Schema extends z.ZodType>(
  body: FormData | URLSearchParams,
  schema: Schema,
  files: UploadedFile[],
): ReadForm<z.output<Schema>> {
  const values = valuesOf(body)
  const form: FormView = { values: withoutSecrets(values), errors: {} }
  const parsed = schema.safeParse(values)
  if (parsed.success) return { ok: true, value: parsed.data, files, form }
  for (const issue of parsed.error.issues) {
    const name = String(issue.path[0] ?? "")
    form.errors[name] ??= issue.message
  }
  return { ok: false, refusal: refuse("invalid"), form }
}

function refusalOfBody(error: unknown, megabytes: number): Refusal {
  const name = error instanceof Error ? error.name + error.constructor.name : ""
  if (/Max(File|Total|Header)\w*SizeExceeded|MaxParts/.test(name) || error instanceof MaxFilesExceededError)
    return refuse("body_too_large", { megabytes })
  if (error instanceof FormDataParseError || error instanceof TypeError) return refuse("body_unreadable")
  if (/Multipart|Parse/.test(name)) return refuse("body_unreadable")
  throw error
}

function valuesOf(body: FormData | URLSearchParams): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {}
  for (const name of new Set(body.keys())) {
    // No keyboard types a zero character; PostgreSQL keeps none, and a sheet cannot print one.
    const all = body.getAll(name).flatMap(value => (typeof value === "string" ? value.replaceAll("\0", "") : []))
    values[name] = all.length > 1 || name.endsWith("[]") ? all : (all[0] ?? "")
  }
  return values
}

const withoutSecrets = (values: Record<string, string | string[]>) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !/password|code$/i.test(name)))

/** What an action answers when a form did not pass its schema. */
export function invalid(context: Readonly<RouterContextProvider>, read: { refusal: Refusal; form: FormView }) {
  return answerRefusal(context, read.refusal, read.form)
}

function answerRefusal(context: Readonly<RouterContextProvider>, refusal: Refusal, form?: FormView) {
  const sentence = speak(context.get(serverContext).sentences, refusal)
  const status = statusOf(refusal)
  const shown: FormView = { values: form?.values ?? {}, errors: { ...form?.errors } }
  const place = typeof refusal.detail.field === "string" ? refusal.detail.field : ""
  if (refusal.code !== "invalid" || Object.keys(shown.errors).length === 0) shown.errors[place] ??= sentence
  // The second of two editors saves upon what stands there now: a hidden `version` takes the new one.
  if (typeof refusal.detail.version === "number")
    shown.values = { ...shown.values, version: String(refusal.detail.version) }
  if (Array.isArray(refusal.detail.changes)) shown.changes = refusal.detail.changes as FormView["changes"]
  return data({ form: shown }, { status })
}

/**
 * What an action answers: on to `to` when the use case agreed, else the sentence with everything typed kept.
 * A 404 is thrown: to an outsider what he may not see does not exist.
 */
export function reply<T>(
  context: Readonly<RouterContextProvider>,
  result: Result<T>,
  to: string | ((value: T) => string),
  form?: FormView,
) {
  if (result.ok) return redirect(typeof to === "string" ? to : to(result.value), 303)
  if (result.code === "not_found") throw data(speak(context.get(serverContext).sentences, result), { status: 404 })
  return answerRefusal(context, result, form)
}

/** For loaders: the value, or the refusal thrown as its page. */
export function orThrow<T>(context: Readonly<RouterContextProvider>, result: Result<T>): T {
  if (result.ok) return result.value
  throw data(speak(context.get(serverContext).sentences, result), { status: statusOf(result) })
}
