import { Form, Link } from "react-router"
import { TermsInLine } from "~/chamber/parts/Terms"
import type { RecordPage } from "~/chamber/record-page"
import { Badge } from "~/ui/Badge"
import { Button } from "~/ui/Button"
import { DateField } from "~/ui/DateField"
import { type FormView, field } from "~/ui/form-view"
import { RadioGroup } from "~/ui/RadioGroup"
import { SelectField } from "~/ui/SelectField"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"

type Props = {
  page: RecordPage
  form: FormView | undefined
  /** What was saved last from here: with it the form begins afresh. */
  saved?: string | null
}

/** What was put to the vote under this item, and a form that begins with the proposal's own words. */
export function RecordedMotions({ page, form, saved }: Props) {
  const shown = form?.values.intent === "motion" || form?.values.intent === "editMotion" ? form : undefined
  const edited = page.motions.find(motion => motion.id === page.editedMotionId && motion.mayEdit)
  return (
    <div className="stack-l">
      <Sheet title="表决事项" flush>
        <ol className="speech-list">
          {page.motions.map(motion => (
            <li key={motion.id}>
              <p>
                <Badge kind={motion.mayEdit ? "todo" : "doing"}>{motion.state}</Badge>
              </p>
              <p>{motion.content}</p>
              <TermsInLine terms={motion.terms} />
              {motion.mayEdit ? (
                <Link to={`?item=${page.item?.agendaItemId}&edit=${motion.id}`}>修改第{motion.ordinal}件的文字</Link>
              ) : null}
            </li>
          ))}
        </ol>
        {page.motions.length === 0 ? (
          <p className="sheet__body soft">
            {page.item?.handling === "report" ? "这一项只通报，不表决。" : "这一项还没有提出要表决的事项。"}
          </p>
        ) : null}
      </Sheet>
      {page.mayPutMotion && page.suggestion ? (
        <Sheet title={edited ? "修改表决事项" : "提出表决事项"}>
          <Form method="post" className="stack" key={edited?.id ?? `motion-${page.item?.agendaItemId}-${saved}`}>
            {edited ? (
              <>
                <input type="hidden" name="intent" value="editMotion" />
                <input type="hidden" name="motionId" value={edited.id} />
                <input type="hidden" name="version" value={String(shown?.values.version ?? edited.version)} />
              </>
            ) : (
              <>
                <input type="hidden" name="intent" value="motion" />
                <input type="hidden" name="agendaItemId" value={page.item?.agendaItemId ?? ""} />
              </>
            )}
            <TextArea
              label="表决什么"
              hint="写成一句可以赞成或反对的话"
              rows={4}
              {...field(
                shown,
                "content",
                edited?.content ?? (page.motions.length === 0 ? page.suggestion.content : ""),
              )}
            />
            <SelectField
              label="按哪个方案"
              empty="不按方案"
              options={page.proposals}
              {...field(shown, "proposalId", edited?.proposalId ?? page.suggestion.proposalId)}
            />
            <RadioGroup
              label="通过后算什么"
              options={page.effects}
              {...field(shown, "effect", edited?.effect ?? "agreed")}
            />
            <TextArea
              label="附带条件，每行一条"
              hint="附条件同意时必须写；先调研再定时可以写。"
              rows={3}
              {...field(shown, "conditions", edited?.conditions)}
            />
            <DateField
              label="再上会的日期"
              hint="先调研再定时填，到这一天前议题再上会。"
              {...field(shown, "returnOn", edited?.returnOn)}
            />
            <Button kind="go">{edited ? "保存修改" : "提出表决事项"}</Button>
          </Form>
        </Sheet>
      ) : null}
    </div>
  )
}
