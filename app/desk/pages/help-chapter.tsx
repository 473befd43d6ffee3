import { href, Link } from "react-router"
import type { HelpPart } from "~/desk/help/chapter"
import { readHelpChapter, readHelpIndex } from "~/desk/help/reading"
import { notHere } from "~/people/gate"
import { Columns, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import type { Route } from "./+types/help-chapter"

export function loader({ context, params }: Route.LoaderArgs) {
  const { actor, community } = context.get(appContext)
  const chapter = readHelpChapter(actor, params.chapter)
  if (!chapter) throw notHere()
  const { own, others } = readHelpIndex(actor)
  return { chapter, others: [...own, ...others].filter(one => one.slug !== chapter.slug), community: community.name }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.chapter.title ?? "帮助"} - 帮助 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function HelpChapterPage({ loaderData, params }: Route.ComponentProps) {
  const { chapter, others } = loaderData
  const home = href("/c/:community", params)
  return (
    <Page
      title={chapter.title}
      lead={chapter.about}
      crumbs={[{ label: "帮助", to: href("/c/:community/help", params) }, { label: chapter.title }]}
    >
      <Columns
        aside={
          <Sheet title="还有这些" flush>
            <ul className="doclist">
              {others.map(({ slug, title }) => (
                <li key={slug}>
                  <Link to={href("/c/:community/help/:chapter", { ...params, chapter: slug })}>{title}</Link>
                </li>
              ))}
            </ul>
          </Sheet>
        }
      >
        {chapter.parts.map(part => (
          <Part key={part.heading} part={part} home={home} />
        ))}
      </Columns>
    </Page>
  )
}

function Part({ part, home }: { part: HelpPart; home: string }) {
  return (
    <Sheet title={part.heading}>
      <ol className="numbered">
        {part.steps.map(step => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {part.law ? <p className="small soft">依据：{part.law}。</p> : null}
      {part.links?.length ? (
        <p className="row">
          {part.links.map(link => (
            <Link key={link.to} to={home + link.to} reloadDocument={link.to.endsWith(".pdf")}>
              {link.label}
            </Link>
          ))}
        </p>
      ) : null}
    </Sheet>
  )
}
