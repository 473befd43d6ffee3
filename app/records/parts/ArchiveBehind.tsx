import { Form } from "react-router"
import { Button } from "~/ui/Button"
import { type FormView, field } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"

/** The chain is not what this machine signed last: nothing is signed until somebody says why. */
export function ArchiveBehind({ why, mayResume, form }: { why: string; mayResume: boolean; form?: FormView }) {
  return (
    <Sheet title="签名停下了" id="behind">
      <Note kind="bad" title={`${why}。`}>
        在弄清楚以前，本机不再给档案签名。请先按“现在核对”，看看少了什么。
      </Note>
      {mayResume ? (
        <Form method="post" className="stack" preventScrollReset>
          <p>有意恢复了旧备份的，写明原因，就从数据库里有的接着签。原因会签进档案，以后每次核对都看得到，不能再改。</p>
          <TextArea
            {...field(form, "reason")}
            label="为什么不一样"
            hint="例如：电脑坏了，恢复了10月8日的备份"
            rows={2}
            maxLength={300}
            required
          />
          <p>
            <Button name="intent" value="resume">
              接着签名
            </Button>
          </p>
        </Form>
      ) : (
        <p>有意恢复了旧备份的，请管理员在这一页写明原因，接着签名。</p>
      )}
    </Sheet>
  )
}
