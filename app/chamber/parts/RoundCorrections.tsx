import { Form } from "react-router"
import type { RoundPage } from "~/chamber/rounds/round-page"
import { civilDateOf, formatDate, formatTime } from "~/law/civil-date"
import { Badge } from "~/ui/Badge"
import { Button } from "~/ui/Button"
import { type FormView, field } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { RadioGroup } from "~/ui/RadioGroup"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"

type Props = Pick<RoundPage, "corrections" | "isAtDesk" | "mayNote" | "maySetAside"> & { form: FormView | undefined }

/** 更正 of a proclaimed result: drawn up by one, signed by another; the result itself stays as it was. */
export function RoundCorrections({ corrections, isAtDesk, mayNote, maySetAside, form }: Props) {
  if (corrections.length === 0 && !mayNote) return null
  return (
    <Sheet title="更正">
      {corrections.length === 0 ? <p className="soft">没有更正。</p> : null}
      {corrections.map(one => (
        <Correction key={one.id} correction={one} isAtDesk={isAtDesk} />
      ))}
      {mayNote ? <DrawUp maySetAside={maySetAside} form={form} /> : null}
    </Sheet>
  )
}

function Correction({ correction, isAtDesk }: { correction: RoundPage["corrections"][number]; isAtDesk: boolean }) {
  const { id, kindName, wrong, right, drawnUpBy, drawnUpAt, signedBy, signedAt, withdrawnAt, isMine } = correction
  const isWaiting = !signedAt && !withdrawnAt
  return (
    <article className="stack correction">
      <p className="row">
        <Badge kind={signedAt ? "done" : "wait"}>{signedAt ? "已签" : withdrawnAt ? "已撤回" : "待另一人签"}</Badge>
        <b>{kindName}</b>
      </p>
      <p>原来：{wrong}</p>
      <p>
        {correction.kind === "setAside" ? "为什么重新表决" : "应当是"}：{right}
      </p>
      <p className="small soft">
        {drawnUpBy}拟写，{when(drawnUpAt)}
        {signedAt ? `；${signedBy}核对签署，${when(signedAt)}` : null}
      </p>
      {isAtDesk && isWaiting ? (
        <Form method="post" className="row">
          <input type="hidden" name="correctionId" value={id} />
          <Button name="intent" value="withdrawCorrection">
            撤回
          </Button>
          {isMine ? (
            <span className="soft">请另一位核对后签。</span>
          ) : (
            <Button kind="main" name="intent" value="signCorrection">
              核对无误，签
            </Button>
          )}
        </Form>
      ) : null}
    </article>
  )
}

const when = (at: Date) => `${formatDate(civilDateOf(at))}${formatTime(at)}`

function DrawUp({ maySetAside, form }: { maySetAside: boolean; form: FormView | undefined }) {
  return (
    <details open={form?.values.intent === "drawUpCorrection"}>
      <summary>发现有误，拟写更正</summary>
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="drawUpCorrection" />
        <Note>公布过的结果不会改动，更正写在旁边，由另一个人核对后签才算数。</Note>
        {maySetAside ? (
          <RadioGroup
            label="怎么办"
            stacked
            options={[
              { value: "note", label: "更正文字", hint: "结果不变，写明哪里写错了、应当是什么" },
              { value: "setAside", label: "重新表决", hint: "这一轮不算，议题回到表决前，再表决一次" },
            ]}
            {...field(form, "kind")}
          />
        ) : (
          <input type="hidden" name="kind" value="note" />
        )}
        <TextArea label="原来哪里不对" rows={2} maxLength={500} {...field(form, "wrong")} />
        <TextArea label="应当是什么，或者为什么重新表决" rows={2} maxLength={500} {...field(form, "right")} />
        <Button>拟写更正</Button>
      </Form>
    </details>
  )
}
