import { Form } from "react-router"
import { Button } from "~/ui/Button"
import { Note } from "~/ui/Note"

type Props = {
  release: {
    factsHash: string
    state: "unsent" | "sent" | "released"
    by: string
    maySend: boolean
    mayRelease: boolean
  }
}

/** Before the announcement may be printed: 送核对, and 核对放行 by a second person, beside the sheet that is looked over. */
export function AnnouncementRelease({ release }: Props) {
  const { factsHash, state, by, maySend, mayRelease } = release
  return (
    <>
      <Note kind="act">
        {state === "sent" ? `${by}已送核对，由另一个人放行以后就能打印。` : "公告要由另一个人核对放行，才能打印。"}
      </Note>
      {mayRelease ? <p>请对照计票结果看人数、面积和票数，再看有没有业主的姓名、房号和电话。</p> : null}
      {maySend || mayRelease ? (
        <Form method="post">
          <input type="hidden" name="factsHash" value={factsHash} />
          <p className="row">
            {maySend ? (
              <Button kind="main" name="intent" value="send">
                送另一个人核对
              </Button>
            ) : null}
            {mayRelease ? (
              <Button kind="main" name="intent" value="release">
                核对无误，放行
              </Button>
            ) : null}
          </p>
        </Form>
      ) : null}
    </>
  )
}
