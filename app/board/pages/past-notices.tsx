import { href } from "react-router"
import { NoticeCards } from "~/board/parts/NoticeCards"
import { robotsMeta } from "~/board/robots"
import { readPastNotices } from "~/board/wall"
import { Empty } from "~/ui/Empty"
import { Page } from "~/ui/Page"
import { appContext } from "~/web/context"
import type { Route } from "./+types/past-notices"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return { ...(await readPastNotices(ctx)), community: ctx.community.name }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `以前的公示 - ${loaderData?.community ?? ""}公示栏` },
  ...robotsMeta(loaderData?.isIndexable),
]

export default function PastNotices({ loaderData, params }: Route.ComponentProps) {
  return (
    <Page
      title="以前的公示"
      crumbs={[{ label: "公示栏", to: href("/c/:community/board", params) }, { label: "以前的公示" }]}
    >
      <section className="wall-text" aria-label="公示期已过的">
        <h2 className="vh">公示期已过的</h2>
        {loaderData.notices.length > 0 ? (
          <NoticeCards notices={loaderData.notices} community={params.community} />
        ) : (
          <Empty title="还没有公示期已过的">公示期满以后，都收在这里。</Empty>
        )}
      </section>
    </Page>
  )
}
