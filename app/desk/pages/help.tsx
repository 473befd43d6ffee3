import { Download } from "lucide-react"
import { href, Link } from "react-router"
import { readHelpIndex } from "~/desk/help/reading"
import { ButtonLink } from "~/ui/Button"
import { Icon } from "~/ui/Icon"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import type { Route } from "./+types/help"

export function loader({ context }: Route.LoaderArgs) {
  const { actor, community } = context.get(appContext)
  return { ...readHelpIndex(actor), community: community.name, telephone: community.contactPhone }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `帮助 - ${loaderData?.community ?? ""}议事驿站` }]

export default function Help({ loaderData, params }: Route.ComponentProps) {
  const { own, others, telephone } = loaderData
  return (
    <Page
      title="帮助"
      lead="事情怎么做、什么时候做，都写在这里。"
      actions={
        <ButtonLink kind="main" document to={href("/c/:community/help/delegate-card.pdf", params)}>
          <Icon of={Download} />
          代表须知（可打印）
        </ButtonLink>
      }
    >
      <div className="stack-l">
        <ChapterList title="常用" chapters={own} params={params} />
        {others.length > 0 ? <ChapterList title="其他岗位" chapters={others} params={params} /> : null}
        <p className="soft">
          还有不清楚的，请问本社区的管理员{telephone ? `，电话${telephone}` : ""}。
          页面出了差错的，把上面的请求号一起告诉他。
        </p>
      </div>
    </Page>
  )
}

type ChapterListProps = {
  title: string
  chapters: readonly { slug: string; title: string; about: string }[]
  params: { community: string }
}

function ChapterList({ title, chapters, params }: ChapterListProps) {
  return (
    <Sheet title={title} flush>
      <ul className="doclist">
        {chapters.map(chapter => (
          <li key={chapter.slug}>
            <Link to={href("/c/:community/help/:chapter", { ...params, chapter: chapter.slug })}>{chapter.title}</Link>
            <span>{chapter.about}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
