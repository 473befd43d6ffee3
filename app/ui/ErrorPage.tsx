import type { ReactNode } from "react"
import { errorWordsOf } from "~/ui/error-words"
import { Letterhead } from "~/ui/Letterhead"
import { Page } from "~/ui/Page"

export type ErrorPageProps = {
  status: number
  /** What our own code said; without one the words of the status stand. */
  sentence?: string
  requestId?: string
  /** Stands over it; the station's own without a community unless given. */
  letterhead?: ReactNode
  home?: string
  elder?: boolean
}

/** What went wrong and what to do; the request's number, so that whoever looks after the machine finds it in the log. */
export function ErrorPage({ status, sentence, requestId, letterhead, home = "/", elder }: ErrorPageProps) {
  const { title, next } = errorWordsOf(status)
  return (
    <>
      {letterhead ?? <Letterhead home="/" back="/" elder={elder} />}
      <Page title={title}>
        <div className="stack">
          {/* The heading has said as much. */}
          <p>{sentence?.replace(/^没有找到(这一页)?。/, "") || next}</p>
          {requestId ? (
            <p className="soft">
              请求号：<span className="code">{requestId}</span>
            </p>
          ) : null}
          <p>
            {/* Plain: whatever failed here is left behind with the page. */}
            <a href={home}>{home === "/" ? "回到首页" : "回到工作台"}</a>
          </p>
        </div>
      </Page>
    </>
  )
}
