import { Form, Link } from "react-router"
import type { RecordPage } from "~/chamber/record-page"
import { Button } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { type FormView, field } from "~/ui/form-view"
import { RadioGroup } from "~/ui/RadioGroup"
import { SelectField } from "~/ui/SelectField"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"
import { useKeptDraft } from "~/web/kept-draft"

type Props = {
  page: RecordPage
  form: FormView | undefined
  /** What was saved last from here: with it the form begins afresh. */
  saved?: string | null
}

/** Who spoke, for or against, and the gist; below, what was taken down so far. */
export function RecordedSpeeches({ page, form, saved }: Props) {
  const mine = ["speech", "editSpeech", "gist"].includes(String(form?.values.intent)) ? form : undefined
  const { editedSpeech: edited, gist } = page
  const Fields = edited ? EditFields : gist ? GistFields : NewFields
  const place = edited?.id ?? gist?.requestId ?? page.item?.agendaItemId
  const draft = useKeptDraft(`speech ${place}`, edited ? String(edited.version) : (saved ?? null))
  return (
    <div className="stack-l">
      <GistsOwed page={page} />
      {page.mayRecordSpeech ? (
        <Sheet title={edited ? `修改${edited.name}的发言` : gist ? `记${gist.name}的发言` : "记发言"}>
          {/* A form saved begins afresh; what is taken down elsewhere leaves one being filled in alone. */}
          <Form
            method="post"
            className="stack"
            ref={draft}
            key={edited?.id ?? gist?.requestId ?? `speech-${page.item?.agendaItemId}-${saved}`}
          >
            <Fields page={page} form={mine} />
          </Form>
        </Sheet>
      ) : null}
      <Sheet title={`本项发言${page.speeches.length}次`} flush>
        {page.speeches.length === 0 ? (
          <Empty title="还没有记下发言">代表发言时，在上面记下是谁、态度和要点。</Empty>
        ) : null}
        <ol className="speech-list">
          {page.speeches.map(speech => (
            <li key={speech.id}>
              <p>
                <b>{speech.name}</b>　{speech.as}　{speech.stance}　<span className="soft">{speech.at}</span>
              </p>
              <p>{speech.gist}</p>
              {page.mayRecordSpeech ? (
                <Link to={`?item=${page.item?.agendaItemId}&edit=${speech.id}`}>修改{speech.name}的这次发言</Link>
              ) : null}
            </li>
          ))}
        </ol>
      </Sheet>
    </div>
  )
}

/** Whoever spoke by the clock and was not taken down yet, of every item: nothing said is forgotten. */
function GistsOwed({ page }: { page: RecordPage }) {
  if (page.owed.length === 0 || !page.mayRecordSpeech) return null
  return (
    <Sheet title={`要记要点的发言${page.owed.length}次`} flush>
      <ol className="speech-list">
        {page.owed.map(turn => (
          <li key={turn.requestId}>
            <b>{turn.name}</b>　{turn.said}　
            <Link to={`?item=${turn.agendaItemId}&gist=${turn.requestId}`}>
              记要点<span className="vh">，{turn.name}的发言</span>
            </Link>
          </li>
        ))}
      </ol>
    </Sheet>
  )
}

/** The clock knows who spoke and on what; only what was said is written down. */
function GistFields({ page, form }: Props) {
  return (
    <>
      <input type="hidden" name="intent" value="gist" />
      <input type="hidden" name="requestId" value={page.gist?.requestId ?? ""} />
      <RadioGroup label="态度" options={page.stances} {...field(form, "stance", page.gist?.stance)} />
      <TextArea label="要点" rows={4} {...field(form, "gist")} />
      <Button kind="main">记下</Button>
    </>
  )
}

function NewFields({ page, form }: Props) {
  return (
    <>
      <input type="hidden" name="intent" value="speech" />
      <input type="hidden" name="agendaItemId" value={page.item?.agendaItemId ?? ""} />
      <SelectField label="谁发言" empty="请选择" options={page.speakers} {...field(form, "participantId")} />
      <RadioGroup label="态度" options={page.stances} {...field(form, "stance")} />
      <TextArea
        label="要点"
        hint={`每人每次${page.speechLimit.minutes}分钟，记要点即可`}
        rows={4}
        {...field(form, "gist")}
      />
      <Button kind="main">记下</Button>
    </>
  )
}

function EditFields({ page, form }: Props) {
  const edited = page.editedSpeech
  if (!edited) return null
  return (
    <>
      <input type="hidden" name="intent" value="editSpeech" />
      <input type="hidden" name="speechId" value={edited.id} />
      <input type="hidden" name="version" value={String(form?.values.version ?? edited.version)} />
      <RadioGroup label="态度" options={page.stances} {...field(form, "stance", edited.stance)} />
      <TextArea label="要点" rows={4} {...field(form, "gist", edited.gist)} />
      <Button kind="main">保存修改</Button>
    </>
  )
}
