import { Printer } from "lucide-react"
import { href, Link } from "react-router"
import { readHelpIndex } from "~/desk/help/reading"
import { ButtonLink } from "~/ui/Button"
import { Icon } from "~/ui/Icon"
import { Columns, Page } from "~/ui/Page"
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
    <Page title="帮助" lead="事情怎么做、什么时候做，都写在这里。">
      <Columns
        aside={
          <>
            <Sheet title="代表须知">
              <p>一页大字，开会时每个座位放一张：怎么签到、发言、表决，有事找谁。</p>
              <p>
                <ButtonLink kind="go" document to={href("/c/:community/help/delegate-card.pdf", params)}>
                  <Icon of={Printer} />
                  打印代表须知
                </ButtonLink>
              </p>
            </Sheet>
            <section className="quiet" aria-labelledby="ask">
              <h2 id="ask">还有不清楚的</h2>
              <p>
                请问本社区的管理员{telephone ? `，电话${telephone}` : ""}。页面出了差错的，把那一页上的请求号告诉他。
              </p>
            </section>
          </>
        }
      >
        <ChapterList title="常用" chapters={own} params={params} />
        {others.length > 0 ? <ChapterList title="其他岗位" chapters={others} params={params} /> : null}
      </Columns>
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
