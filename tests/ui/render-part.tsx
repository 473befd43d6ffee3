import type { ReactNode } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { createMemoryRouter, RouterProvider } from "react-router"

/** The markup a part sends to the browser. */
export function renderPart(part: ReactNode): string {
  return renderToStaticMarkup(<RouterProvider router={createMemoryRouter([{ path: "/", element: part }])} />)
}

/** The first start tag that carries `mark`, so that a test can read its attributes whatever their order. */
export function tagWith(markup: string, mark: string): string {
  const tag = (markup.match(/<[a-z][^>]*>/g) ?? []).find(each => each.includes(mark))
  if (!tag) throw new Error(`no tag with ${mark} in ${markup}`)
  return tag
}

/** The words a person hears or reads, without the markup. */
export function wordsOf(markup: string): string {
  return markup.replace(/<!--.*?-->/g, "").replace(/<[^>]*>/g, "")
}
