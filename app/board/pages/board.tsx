import { href, Link } from "react-router"
import { CheckByNumber } from "~/board/parts/CheckByNumber"
import { NoticeCards } from "~/board/parts/NoticeCards"
import { Works } from "~/board/parts/Works"
import { robotsMeta } from "~/board/robots"
import { readWall } from "~/board/wall"
import { ButtonLink } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { Figures } from "~/ui/Figures"
import { Columns, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import type { Route } from "./+types/board"

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const { name, contactPhone } = ctx.community
  return { ...(await readWall(ctx)), community: name, contactPhone }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `公示栏 - ${loaderData?.community ?? ""}` },
  ...robotsMeta(loaderData?.isIndexable),
]

/** The wall of the house on a phone: what hangs, how it goes, and the two doors for residents. */
export default function Board({ loaderData, params }: Route.ComponentProps) {
  const { notices, pastCount, decisions, community } = loaderData
  return (
    <Page
      title={`${community}公示栏`}
      actions={
        <>
          <ButtonLink kind="main" to={href("/c/:community/board/report", params)}>
            我要反映问题
          </ButtonLink>
          <ButtonLink to={href("/c/:community/board/follow", params)}>查我反映的事</ButtonLink>
        </>
      }
    >
      <Columns aside={<Aside data={loaderData} community={params.community} />}>
        <section className="stack" aria-labelledby="now">
          <h2 id="now">正在公示</h2>
          {notices.length > 0 ? (
            <NoticeCards notices={notices} community={params.community} />
          ) : (
            <Empty title="现在没有公示">定下来的事和会议公告，公示期间都挂在这里。</Empty>
          )}
          {pastCount > 0 ? (
            <p>
              <Link className="tap" to={href("/c/:community/board/notices", params)}>
                看以前的公示（{pastCount}件）
              </Link>
            </p>
          ) : null}
        </section>
        {decisions.length > 0 ? (
          <section className="stack" aria-labelledby="progress">
            <h2 id="progress">定下来的事，办得怎样</h2>
            {decisions.map(decision => (
              <Decision key={decision.resolutionId} decision={decision} community={params.community} />
            ))}
          </section>
        ) : null}
      </Columns>
    </Page>
  )
}

type Wall = Route.ComponentProps["loaderData"]

function Decision({ decision, community }: { decision: Wall["decisions"][number]; community: string }) {
  const { noticeId, title, items } = decision
  return (
    <div>
      <h3>
        {noticeId ? (
          <Link className="tap" to={href("/c/:community/board/notices/:noticeId", { community, noticeId })}>
            {title}
          </Link>
        ) : (
          title
        )}
      </h3>
      <Works works={items} />
    </div>
  )
}

function Aside({ data, community }: { data: Wall; community: string }) {
  const { figures, contactPhone } = data
  return (
    <>
      <Sheet title="核对墙上的纸">
        <p>用手机相机扫纸上的二维码，或者填纸上的编号，看它是不是现行的一份。</p>
        <CheckByNumber community={community} />
        <p>
          <Link className="tap" to={href("/c/:community/board/verify", { community })}>
            核对一个PDF文件
          </Link>
        </p>
      </Sheet>
      <section className="stack" aria-labelledby="figures">
        <h2 id="figures">今年反映的事</h2>
        <Figures
          items={[
            { label: "收到", value: figures.received, unit: "件" },
            { label: "答复了怎么办", value: figures.answeredFirst, unit: "件" },
            { label: "办完并答复", value: figures.closed, unit: "件" },
            { label: "还没办完", value: figures.unanswered, unit: "件" },
          ]}
        />
        {contactPhone ? <p className="small soft">想当面说或打电话：{contactPhone}</p> : null}
      </section>
    </>
  )
}
