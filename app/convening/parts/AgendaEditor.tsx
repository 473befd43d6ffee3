import { ChevronDown, ChevronUp, X } from "lucide-react"
import type { DraftView } from "~/convening/draft-reading"
import { TimeBar } from "~/convening/parts/TimeBar"
import { Button } from "~/ui/Button"
import { CheckGroup } from "~/ui/CheckField"
import { FieldError } from "~/ui/Field"
import { type FormView, field, fieldId, fieldValues } from "~/ui/form-view"
import { Icon } from "~/ui/Icon"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"
import { TextField } from "~/ui/TextField"

type Draft = Pick<DraftView, "agenda" | "readyTopics" | "available">
type Errors = Record<string, string>
type Handlings = readonly { value: string; label: string }[]

/** The agenda in order; each button saves the whole page and moves one line, so it works without a script. */
export function AgendaEditor(props: { draft: Draft; form?: FormView; errors: Errors; handlings: Handlings }) {
  const { draft, form, errors, handlings } = props
  const { agenda, readyTopics } = draft
  const planned = agenda.reduce((sum, item) => sum + Number(item.minutes), 0)
  return (
    <Sheet title="议程" flush id="agenda">
      <div id={fieldId("agenda")} tabIndex={-1}>
        {errors.agenda ? (
          <div className="sheet__body">
            <FieldError name="agenda" error={errors.agenda} />
          </div>
        ) : null}
        {agenda.length > 0 ? (
          <Table
            className="agenda"
            caption="议程，按先后"
            columns={[
              { label: "项", numeric: true },
              { label: "事项" },
              { label: "怎么办" },
              { label: "起止", numeric: true },
              { label: "分钟", numeric: true },
              { label: "次序", hidden: true },
            ]}
            foot={
              <tr>
                <td />
                <th scope="row" colSpan={3}>
                  {totalText(planned, draft.available)}
                </th>
                <td className="num">{planned}</td>
                <td />
              </tr>
            }
          >
            {agenda.map((item, at) => (
              <AgendaRow
                key={item.id}
                item={item}
                at={at}
                last={at === agenda.length - 1}
                form={form}
                errors={errors}
                handlings={handlings}
              />
            ))}
          </Table>
        ) : null}
        {draft.available && agenda.length > 0 ? <TimeBar agenda={agenda} available={draft.available} /> : null}
      </div>
      <div className="sheet__body stack">
        {readyTopics.length > 0 ? (
          <>
            <CheckGroup
              label={`备好的议题（${readyTopics.length}个）`}
              name="addTopic"
              stacked
              defaultValues={fieldValues(form, "addTopic")}
              options={readyTopics.map(topic => ({
                value: topic.id,
                label: topic.title,
                hint: `${topic.number}，程序：${topic.procedure}`,
              }))}
            />
            <p>
              <Button name="intent" value="topics">
                加进议程
              </Button>
            </p>
          </>
        ) : (
          <p className="soft">没有别的备好的议题了。</p>
        )}
        <TextField
          label="加一项通报（选填）"
          hint="如“上次会议办理情况”。"
          {...field(form, "newTitle")}
          error={errors.newTitle}
        />
        <p>
          <Button name="intent" value="item">
            加这一项
          </Button>
        </p>
      </div>
    </Sheet>
  )
}

const totalText = (planned: number, available: number | null): string => {
  if (available === null) return `共${planned}分钟`
  const rest = available - planned
  return `共${planned}分钟，会期${available}分钟，${rest < 0 ? `超出${-rest}分钟` : `余${rest}分钟`}`
}

type RowProps = {
  item: Draft["agenda"][number]
  at: number
  last: boolean
  form?: FormView
  errors: Errors
  handlings: Handlings
}

function AgendaRow({ item, at, last, form, errors, handlings }: RowProps) {
  const number = at + 1
  const minutes = field(form, `minutes-${item.id}`, item.minutes)
  const title = field(form, `title-${item.id}`, item.title)
  const fault = errors[`minutes-${item.id}`] ?? errors[`title-${item.id}`]
  return (
    <Row state={fault ? "bad" : undefined}>
      <Cell numeric>{number}</Cell>
      <RowHead
        sub={[item.wording, item.procedure && `程序：${item.procedure}`].filter(Boolean).join("，") || undefined}
      >
        <input type="hidden" name="item" value={item.id} />
        <input type="hidden" name={`topic-${item.id}`} value={item.topicId} />
        {item.topicId ? (
          item.title
        ) : (
          <input
            className="input"
            id={fieldId(`title-${item.id}`)}
            name={`title-${item.id}`}
            defaultValue={title.defaultValue}
            aria-label={`第${number}项的名称`}
          />
        )}
        {fault ? <FieldError name={`minutes-${item.id}`} error={fault} /> : null}
      </RowHead>
      <Cell label="怎么办">
        <select
          className="select"
          name={`handling-${item.id}`}
          aria-label={`第${number}项怎么办`}
          defaultValue={field(form, `handling-${item.id}`, item.handling).defaultValue}
        >
          {handlings.map(one => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      </Cell>
      <Cell label="起止" numeric className="nb">
        {item.span}
      </Cell>
      <Cell label="分钟" numeric>
        <input
          className="input mins"
          id={fieldId(`minutes-${item.id}`)}
          name={`minutes-${item.id}`}
          inputMode="numeric"
          defaultValue={minutes.defaultValue}
          aria-label={`第${number}项分钟数`}
          aria-invalid={fault ? true : undefined}
        />
      </Cell>
      <Cell className="mv">
        {at > 0 ? <Mover verb="up" id={item.id} label={`第${number}项上移`} icon={ChevronUp} /> : null}
        {last ? null : <Mover verb="down" id={item.id} label={`第${number}项下移`} icon={ChevronDown} />}
        <Mover verb="remove" id={item.id} label={`去掉第${number}项`} icon={X} />
      </Cell>
    </Row>
  )
}

function Mover({ verb, id, label, icon }: { verb: string; id: string; label: string; icon: typeof X }) {
  return (
    <button type="submit" name="intent" value={`${verb}:${id}`} aria-label={label}>
      <Icon of={icon} />
    </button>
  )
}
