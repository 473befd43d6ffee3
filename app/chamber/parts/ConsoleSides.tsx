import { Form } from "react-router"
import { Button } from "~/ui/Button"
import { type FormView, field } from "~/ui/form-view"
import { TextField } from "~/ui/TextField"

/** The last speeches on the present item, as the recorder took them. */
export function ConsoleSpeeches({
  speeches,
}: {
  speeches: { key: string; name: string; stance: string; gist: string }[]
}) {
  return (
    <>
      <h2>发言</h2>
      {speeches.length === 0 ? <p className="small soft">本项还没有记下发言。</p> : null}
      <ol className="queue">
        {speeches.map((speech, at) => (
          <li key={speech.key}>
            <b>{at + 1}</b>
            <span>
              {speech.name}
              <small>{speech.gist}</small>
            </span>
            <span className="small">{speech.stance}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

/** 休会: folded away, because it is rare; undone by 继续开会. */
export function Adjourn({ form }: { form: FormView | undefined }) {
  return (
    <details className="con__more" open={Boolean(form?.errors.reason)}>
      <summary className="btn btn--wide">休会</summary>
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="adjourn" />
        <TextField label="为什么休会" maxLength={200} {...field(form, "reason")} />
        <Button wide>休会</Button>
      </Form>
    </details>
  )
}
