import { bindSheets } from "./page"
import type { PdfTemplate, Template } from "./print-paper"

/** One paper of a pack: its template by name, what it says, and what it is checked by. */
export type PackedPaper = {
  template: string
  facts: unknown
  verifyUrl: string | null
  factsHash: string
  date: string
}

export type PackFacts = {
  title: string
  author: string
  /** Each paper begins on a front. */
  duplex: boolean
  papers: PackedPaper[]
}

/**
 * Several papers in one file, each as it is printed alone; `find` gives a template by its name. Throws where a paper is none
 * of ours.
 */
export const packTemplateOf = (find: (name: string) => Template<never> | undefined): PdfTemplate<PackFacts> => ({
  name: "pack",
  version: 2,
  format: "pdf",
  set(facts, printing) {
    const { fontDir } = printing
    const sheets = facts.papers.map(({ template: name, facts: said, ...own }) => {
      const template = find(name)
      if (template?.format !== "pdf") throw new Error(`no paper to be bound is called ${name}`)
      return (template as PdfTemplate<unknown>).set(said, { ...own, ...(fontDir ? { fontDir } : {}) })
    })
    const { title, author } = facts
    return bindSheets({ title, author, subject: title, date: printing.date, fontDir }, sheets, { duplex: facts.duplex })
  },
})
