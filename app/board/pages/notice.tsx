import { href } from "react-router"
import { OutcomeBadge, objectionWords, Period } from "~/board/parts/NoticeCards"
import { PublicPhotos } from "~/board/parts/PublicPhotos"
import { Works } from "~/board/parts/Works"
import { robotsMeta } from "~/board/robots"
import { readNoticeOnWall } from "~/board/wall"
import { formatDate } from "~/law/civil-date"
import { objectionDays } from "~/records/notice-rules"
import { HungSheets } from "~/records/parts/HungSheets"
import { ButtonLink } from "~/ui/Button"
import { Facts } from "~/ui/Facts"
import { Columns, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/notice"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const notice = orThrow(context, await readNoticeOnWall(ctx, params.noticeId))
  return { notice: { ...notice, answerDays: objectionDays }, community: ctx.community.name }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.notice.title ?? "公示"} - ${loaderData?.community ?? ""}公示栏` },
  ...robotsMeta(loaderData?.notice.isIndexable),
]

/** What hangs on the wall, word for word. */
export default function Notice({ loaderData, params }: Route.ComponentProps) {
  const { notice } = loaderData
  return (
    <Page
      title={notice.title}
      lead={notice.number}
      crumbs={[{ label: "公示栏", to: href("/c/:community/board", params) }, { label: "公示" }]}
    >
      <Columns aside={<Aside notice={notice} params={params} />}>
        <Sheet title="公示内容">
          <p className="notices__facts">
            <OutcomeBadge notice={notice} />
            <span>
              <Period notice={notice} />
            </span>
          </p>
          {notice.lines.map(line => (
            <div key={line.label}>
              <h3>{line.label}</h3>
              {line.text.split("\n").map((paragraph, at) => (
                <p key={`${at} ${paragraph}`}>{paragraph}</p>
              ))}
            </div>
          ))}
        </Sheet>
        {notice.works.length > 0 ? (
          <section className="stack" aria-labelledby="works">
            <h2 id="works">办得怎样</h2>
            <Works works={notice.works} />
            <PublicPhotos photos={notice.workPhotos} community={params.community} otherwise="现场照片" />
          </section>
        ) : null}
        {notice.photos.length > 0 ? (
          <section className="stack" aria-labelledby="board-photos">
            <h2 id="board-photos">墙上的样子</h2>
            <PublicPhotos photos={notice.photos} community={params.community} otherwise="公示栏照片" />
          </section>
        ) : null}
      </Columns>
    </Page>
  )
}

type AsideProps = {
  notice: Route.ComponentProps["loaderData"]["notice"]
  params: { community: string; noticeId: string }
}

function Aside({ notice, params }: AsideProps) {
  return (
    <>
      <Sheet title="公示期">
        <Facts
          items={[
            { label: "开始", value: formatDate(notice.postedOn) },
            { label: "期满", value: formatDate(notice.until) },
            { label: "贴在", value: notice.place },
            { label: "提前结束", value: notice.endReason },
          ]}
        />
        {notice.documentId ? (
          <ButtonLink document wide to={href("/c/:community/board/notices/:noticeId/sheet.pdf", params)}>
            看墙上这张纸（PDF）
          </ButtonLink>
        ) : null}
      </Sheet>
      {notice.hung.length > 1 ? (
        <HungSheets
          sheets={notice.hung}
          to={documentId =>
            href("/c/:community/board/documents/:documentId", { community: params.community, documentId })
          }
        />
      ) : null}
      <Sheet title="有不同意见">
        <p>{objectionWords(notice)}</p>
        {notice.mayObject ? (
          <>
            <p>公示期内可以提出异议，不用登录。社区收到后{notice.answerDays}日内答复。</p>
            <ButtonLink kind="go" wide to={href("/c/:community/board/notices/:noticeId/objection", params)}>
              提出异议
            </ButtonLink>
          </>
        ) : (
          <p className="soft">这次公示已经结束。还有话要说，可以到公示栏首页“我要反映问题”。</p>
        )}
      </Sheet>
    </>
  )
}
