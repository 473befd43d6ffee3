import { useEffect, useId, useRef } from "react"
import { Facts } from "~/ui/Facts"
import { type FormView, fieldId } from "~/ui/form-view"

export type ErrorSummaryProps = {
  form: FormView | null | undefined
  /** The rest of the title: “才能发出通知” makes “还有2处要处理，才能发出通知”. */
  purpose?: string
  /** Names of the fields in the order of the page; the others follow. */
  order?: readonly string[]
  /** The field's words before its sentence, where the sentence alone is not clear in the list. */
  labels?: Record<string, string>
}

/** The first thing on a page that came back: each line leads to its field. Shows nothing when nothing is wrong. */
export function ErrorSummary({ form, purpose, order = [], labels = {} }: ErrorSummaryProps) {
  const heading = useId()
  const box = useRef<HTMLElement>(null)
  const errors = form?.errors
  const names = sortNames(Object.keys(errors ?? {}), order)
  // After a post by script the page does not load anew: the summary asks for attention itself.
  useEffect(() => {
    if (errors && Object.keys(errors).length > 0) box.current?.focus()
  }, [errors])
  if (!errors || names.length === 0) return null
  return (
    <section className="summary" role="alert" aria-labelledby={heading} tabIndex={-1} ref={box}>
      <h2 id={heading}>
        还有{names.length}处要处理{purpose ? `，${purpose}` : null}
      </h2>
      <ul>
        {names.map(name => (
          <li key={name}>
            {name === "" ? (
              <b className="red">{errors[name]}</b>
            ) : (
              <a href={`#${fieldId(name)}`}>
                {labels[name] ? `${labels[name]}：` : null}
                {errors[name]}
              </a>
            )}
          </li>
        ))}
      </ul>
      {form.changes?.length ? (
        <>
          <p>别人先保存了，现在是这样：</p>
          <Facts items={form.changes.map(change => ({ label: change.label, value: change.now }))} />
        </>
      ) : null}
    </section>
  )
}

function sortNames(names: string[], order: readonly string[]): string[] {
  const rank = (name: string) => (name === "" ? -1 : order.includes(name) ? order.indexOf(name) : order.length)
  return [...names].sort((a, b) => rank(a) - rank(b))
}
