import { Letterhead } from "~/ui/Letterhead"
import { Page } from "~/ui/Page"

export type ErrorPageProps = { status: number; sentence?: string; requestId?: string }

const titles: Record<number, string> = {
  403: "这一页您不能看",
  404: "没有找到这一页",
  429: "试的次数太多",
  507: "磁盘满了，没有保存",
}

/** What went wrong and what to do; the request's number, so that whoever looks after the machine finds it in the log. */
export function ErrorPage({ status, sentence, requestId }: ErrorPageProps) {
  return (
    <>
      <title>{`${titles[status] ?? "出了差错"} - 议事驿站`}</title>
      <Letterhead home="/" back="/" />
      <Page title={titles[status] ?? "出了差错，这一步没有办成"}>
        <div className="stack">
          <p>{sentence ?? "已经保存的内容都在。请退回上一页再试一次；还不行，请把下面的号码告诉管理员。"}</p>
          {requestId ? (
            <p className="soft">
              本次请求的号码：<span className="code">{requestId}</span>
            </p>
          ) : null}
          <p>
            <a href="/">回到首页</a>
          </p>
        </div>
      </Page>
    </>
  )
}
