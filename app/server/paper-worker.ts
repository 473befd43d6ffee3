import type { MessagePort } from "node:worker_threads"
import { templateNamed } from "#templates/all-templates"
import { MissingCharactersError } from "#templates/fonts"
import { printPaper } from "#templates/print-paper"
import type { Printing } from "#templates/printing"
import { warmUp } from "#templates/render-warm-up"

/** What a thread is asked for: a paper by its template's name, or only to open its fonts. */
export type PaperErrand =
  | { template: string; facts: unknown; printing: Printing; progress: MessagePort | null }
  | { warmUp: true; fontDir: string | undefined }

/** The bytes; or the characters no font has, because an error's class does not pass between threads. */
export type PaperAnswer = { content: Uint8Array } | { missing: string[] }

/** A thread that draws papers, so that no request waits while another's is drawn. */
export default async function drawInThread(errand: PaperErrand): Promise<PaperAnswer> {
  if ("warmUp" in errand) {
    await warmUp(errand.fontDir)
    return { content: new Uint8Array() }
  }
  const { facts, printing, progress } = errand
  const template = templateNamed(errand.template)
  if (!template) throw new Error(`no template is called ${errand.template}`)
  try {
    const onPage = progress ? (done: number, total: number) => progress.postMessage([done, total]) : undefined
    return { content: await printPaper(template, facts as never, printing, onPage) }
  } catch (error) {
    if (error instanceof MissingCharactersError) return { missing: error.characters }
    throw error
  } finally {
    progress?.close()
  }
}
