import { Form } from "react-router"
import { Button } from "~/ui/Button"
import { CheckGroup } from "~/ui/CheckField"
import { type FormView, field, fieldValues } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { SelectField } from "~/ui/SelectField"
import { Sheet } from "~/ui/Sheet"

type Choices = readonly { value: string; label: string }[]
type FormProps = { form: FormView | null | undefined }

/** Who may have a paper, and the one click that gives one to all of them. */
export function PapersToIssue({ mayGet, mayFallBack, form }: FormProps & { mayGet: Choices; mayFallBack: boolean }) {
  return (
    <Sheet title="发票">
      {mayGet.length === 0 ? (
        <p>在场可以表决的人都投了，或者已经有纸票。</p>
      ) : (
        <Form method="post">
          <div className="stack">
            <CheckGroup
              label="谁要用纸票"
              hint="发了纸票的人不能再在平板上投。"
              name="participantId"
              error={form?.errors.participantId}
              defaultValues={fieldValues(form, "participantId")}
              options={mayGet}
            />
            <div className="row">
              <Button kind="main" name="intent" value="issue">
                给勾选的人发票
              </Button>
            </div>
          </div>
        </Form>
      )}
      {mayFallBack ? (
        <Form method="post">
          <Note title="平板用不了，全部改用纸票">
            <p>平板不再收票，已经投的照算；在场还没有投的{mayGet.length}人，每人发一张。</p>
            <div className="row">
              <Button name="intent" value="fallBackToPaper">
                改用纸票
              </Button>
            </div>
          </Note>
        </Form>
      ) : null}
    </Sheet>
  )
}

/** A paper from somebody who has voted on a tablet: kept beside, never counted. */
export function PaperDuplicate({
  votedOnTablet,
  secret,
  form,
}: FormProps & { votedOnTablet: Choices; secret: boolean }) {
  if (votedOnTablet.length === 0) return null
  return (
    <details className="more">
      <summary>已在平板上投过的人又交来纸票</summary>
      <Form method="post" className="stack form-column">
        <p>{secret ? "这张票不要投进票箱，写明编号另放，不读。" : "这张票写明编号另放，照样读两遍，不计入。"}</p>
        <SelectField label="谁交来的" empty="请选择" options={votedOnTablet} {...field(form, "duplicateId")} />
        <div className="row">
          <Button name="intent" value="duplicate">
            登记为重复票
          </Button>
        </div>
      </Form>
    </details>
  )
}
