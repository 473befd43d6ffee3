import { useEffect } from "react"
import { data, href, useRevalidator } from "react-router"
import { placeOfMaking } from "~/records/making-places"
import { readDocumentJob } from "~/registry/document-jobs"
import { Bar } from "~/ui/Bar"
import { ButtonLink } from "~/ui/Button"
import { Done } from "~/ui/Done"
import { Note } from "~/ui/Note"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext, serverContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import { speak } from "~/web/refusals"
import type { Route } from "./+types/document-making"

const refreshMs = 1000

/** How far a long paper is: it is drawn while whoever asked for it does something else. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const job = orThrow(context, await readDocumentJob(ctx, params.jobId))
  const { state, title, pagesDone, pagesTotal, documentId, failure, format } = job
  const sentence = failure ? speak(context.get(serverContext).sentences, { ok: false, ...failure }) : ""
  const isUnderWay = state === "waiting" || state === "drawing"
  return data(
    {
      isUnderWay,
      title,
      pagesDone,
      pagesTotal,
      documentId,
      format,
      sentence,
      again: placeOfMaking(params.community, job),
      community: ctx.community.name,
    },
    // A browser without scripts looks again by itself.
    isUnderWay ? { headers: { Refresh: "2" } } : undefined,
  )
}

export const headers: Route.HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `生成文件 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function DocumentMaking({ loaderData: job, params }: Route.ComponentProps) {
  if (job.isUnderWay) return <UnderWay {...job} />
  if (!job.documentId)
    return (
      <Page title="文件没有做出来">
        <Note kind="warn" title={job.title}>
          {job.sentence}
        </Note>
        {job.again ? (
          <p>
            <ButtonLink to={job.again}>回到原来那一页再做一次</ButtonLink>
          </p>
        ) : null}
      </Page>
    )
  const to = href("/c/:community/documents/:documentId", {
    community: params.community,
    documentId: `${job.documentId}.${job.format}`,
  })
  return (
    <Page title="文件做好了">
      <Done
        title={job.title}
        actions={
          <ButtonLink to={job.format === "pdf" ? to : `${to}?download`} document>
            {job.format === "pdf" ? "打开" : "下载"}
          </ButtonLink>
        }
      >
        <p>已经归档，随时可以再打开。</p>
      </Done>
    </Page>
  )
}

function UnderWay({ title, pagesDone, pagesTotal }: { title: string; pagesDone: number; pagesTotal: number }) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(() => void revalidate(), refreshMs)
    return () => clearInterval(timer)
  }, [revalidate])
  return (
    <Page title="正在生成文件">
      <Sheet title={title}>
        <p role="status">{pagesTotal > 0 ? `已做${pagesDone}页，共${pagesTotal}页` : "正在排版"}</p>
        <Bar have={pagesDone} whole={pagesTotal} />
        <p className="soft">做好后这一页会显示。可以先去做别的，过会儿再回到这一页。</p>
      </Sheet>
    </Page>
  )
}
