import type { DocumentKind } from "#db/schema/registry"
import { issueDocument } from "~/registry/documents"
import type { Ctx } from "~/web/context"

type Wishes = { kind?: DocumentKind; subjectId?: string; format?: "docx" | "xlsx"; number?: string | null }

/** A paper filed with these words; its bytes are the words themselves, whatever its format. */
export async function aFiledSheet(ctx: Ctx, words: string, wishes: Wishes = {}) {
  const { kind = "minutes", subjectId = "minutes-1", format = "docx", number = null } = wishes
  const issued = await issueDocument(ctx, {
    kind,
    subject: { kind: "minutes", id: subjectId },
    number,
    title: `关于${words}的文书`,
    fileName: `${words}.${format}`,
    facts: { words },
    template: {
      name: `test-${format}`,
      version: 1,
      format,
      write: async facts => new TextEncoder().encode(`${format} ${facts.words}`),
    },
    date: "2026-10-08",
  })
  if (!issued.ok) throw new Error(issued.code)
  return issued.value.document
}
