import { Form, href, Link } from "react-router"
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
import { TextField } from "~/ui/TextField"

type Props = {
  page: RecordPage
  form: FormView | undefined
  address: { community: string; meetingId: string }
  /** What was saved last from here: with it the form begins afresh. */
  saved?: string | null
}

/** What was put to the vote under this item, and a form that begins with the proposal's own words. */
export function RecordedMotions({ page, form, address, saved }: Props) {
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
              {motion.options.length > 0 ? (
                <ol className="options-list">
                  {motion.options.map(option => (
                    <li key={option}>{option}</li>
                  ))}
                  {motion.seats > 1 ? <li className="soft">最多选{motion.seats}项</li> : null}
                </ol>
              ) : null}
              {motion.recused.length > 0 ? <p className="small">回避：{motion.recused.join("、")}</p> : null}
              {motion.mayRecuse ? (
                <p>
                  <Link
                    to={href("/c/:community/meetings/:meetingId/motions/:motionId/recusals", {
                      ...address,
                      motionId: motion.id,
                    })}
                  >
                    登记第{motion.ordinal}件的回避
                  </Link>
                </p>
              ) : null}
              {motion.mayEdit ? (
                <Link to={`?item=${page.item?.agendaItemId}&edit=${motion.id}`}>修改第{motion.ordinal}件的文字</Link>
              ) : null}
            </li>
          ))}
        </ol>
        {page.motions.length === 0 ? (
          <p className="sheet__body soft">{page.whyNoMotion || "这一项还没有提出要表决的事项。"}</p>
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
              hint="写成一句可以赞成或反对的话；有几个方案要选一个的，写要选什么，再把方案写成选项"
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
            <TextArea
              label="选项，每行一项"
              hint="多选一时写，2到8项。每张票上都另有均不同意和弃权，不用写。"
              rows={3}
              {...field(shown, "options", edited?.options.join("\n"))}
            />
            <TextField
              label="选几项"
              hint="没有写选项的填1"
              short
              inputMode="numeric"
              {...field(shown, "seats", edited ? String(edited.seats) : "1")}
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
