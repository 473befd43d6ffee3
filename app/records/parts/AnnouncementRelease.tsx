import { Form } from "react-router"
import { Button } from "~/ui/Button"
import type { ShownPaper } from "./PaperTable"

/** 送核对, 核对放行 of an announcement, beside the sheet that is looked over. Nothing for any other paper. */
export function AnnouncementRelease({ line }: { line: ShownPaper }) {
  const { release, ref } = line
  if (!release || !ref.of) return null
  const { state, by, maySend, mayRelease, factsHash } = release
  return (
    <>
      {state === "released" ? <p>{by}已核对放行，可以打印。</p> : null}
      {maySend || mayRelease ? (
        <Form method="post" className="stack">
          <input type="hidden" name="roundId" value={ref.of} />
          <input type="hidden" name="factsHash" value={factsHash} />
          {maySend ? (
            <Button kind="main" wide name="intent" value="sendAnnouncement">
              送另一个人核对
            </Button>
          ) : null}
          {mayRelease ? (
            <>
              <p>请对照计票报告看人数和票数，再看有没有住户的姓名、房号和电话。</p>
              <Button kind="main" wide name="intent" value="releaseAnnouncement">
                核对无误，放行
              </Button>
            </>
          ) : null}
        </Form>
      ) : null}
    </>
  )
}
