import { Form } from "react-router"
import type { ResolutionFacts } from "#templates/resolution"
import { itemNaming } from "~/records/wording-form"
import { Button } from "~/ui/Button"
import { type FormView, field } from "~/ui/form-view"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"
import { ItemRows } from "./ItemRows"
import { DefaultSave } from "./PaperAside"
import { RecordedBasis } from "./RecordedBasis"
import { VotedText } from "./ResolutionText"

/** The wording around what was voted on; the text of the motion and its count are shown and stay. */
export function ResolutionForm({
  form,
  facts,
  basis,
  version,
}: {
  form: FormView
  facts: ResolutionFacts
  basis: string[]
  version: number
}) {
  return (
    // Made anew after each save, so that every field shows what was stored.
    <Form method="post" key={version} className="stack-l record-form">
      <Sheet title="标题和依据">
        <DefaultSave />
        <input type="hidden" name="version" value={field(form, "version").defaultValue ?? String(version)} />
        <TextField label="标题" {...field(form, "title")} />
        <TextArea label="依据" hint="哪次会议、依据什么作出" rows={4} {...field(form, "preamble")} />
        <RecordedBasis lines={basis} />
      </Sheet>
      <VotedText facts={facts} />
      <Sheet title="附带条件">
        <TextArea
          label="附带条件，每行一条（选填）"
          hint="和会上表决的一样，只可以改标点；没有条件的空着。"
          rows={4}
          {...field(form, "conditions")}
        />
      </Sheet>
      <Sheet title="落实要求">
        <ItemRows
          form={form}
          legend="谁来办，何时办完"
          naming={itemNaming}
          addIntent="addItem"
          removeIntent={row => `removeItem-${row}`}
          beside={<RecordedBasis lines={basis} />}
        />
        <TextArea
          label="经费（选填）"
          hint="各项一共预算多少、钱从哪里来，只写一次；不花钱的空着。"
          rows={2}
          {...field(form, "money")}
        />
      </Sheet>
      <div className="row">
        <Button kind="main" name="intent" value="save">
          保存文字
        </Button>
      </div>
    </Form>
  )
}
