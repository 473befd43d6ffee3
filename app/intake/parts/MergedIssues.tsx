import { Form, href, Link } from "react-router"
import type { IssueView } from "~/intake/issue-views"
import { Button } from "~/ui/Button"
import { type FormView, field } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { FormColumn } from "~/ui/Page"
import { RadioGroup } from "~/ui/RadioGroup"
import { Sheet } from "~/ui/Sheet"
import { TextField } from "~/ui/TextField"

type MergedProps = { issue: IssueView; community: string; form: FormView | undefined }

const ofIntent = (form: FormView | undefined) => (form?.values.intent === "unmerge" ? form : undefined)

const partHint = "拆开以后单独办；以前并在它里面的，跟它一起走"

/** 已并入: where this issue is dealt with, and the way out again. */
export function MergedInto({ issue, community, form }: MergedProps) {
  const head = issue.mergedInto
  if (!head) return null
  const own = ofIntent(form)
  return (
    <Sheet title="已并入另一件">
      <Note>
        并入
        <Link to={href("/c/:community/issues/:issueId", { community, issueId: head.id })}>
          {head.number}“{head.title}”
        </Link>
        ，跟那一件一起处置和答复。这里的提出人也会得到自己的答复。
      </Note>
      {issue.canUnmerge ? (
        <details open={own ? true : undefined}>
          <summary>不是同一件事，要拆开</summary>
          <Form method="post">
            <FormColumn>
              <input type="hidden" name="part" value={issue.id} />
              <TextField label="拆开的理由" hint={partHint} maxLength={500} {...field(own, "partReason")} />
              <Button name="intent" value="unmerge">
                拆开
              </Button>
            </FormColumn>
          </Form>
        </details>
      ) : null}
    </Sheet>
  )
}

/** 并入的n件: each with its own proposer, and the way out for each. */
export function MergedIssues({ issue, community, form }: MergedProps) {
  const { merged } = issue
  if (merged.length === 0) return null
  const own = ofIntent(form)
  return (
    <Sheet title={`并入的${merged.length}件`}>
      <ul className="plain stack">
        {merged.map(one => (
          <li key={one.id}>
            <Link to={href("/c/:community/issues/:issueId", { community, issueId: one.id })}>{one.title}</Link>
            <span className="hint">{[one.number, `${one.reporterName || "居民"}提出`].join("　")}</span>
          </li>
        ))}
      </ul>
      {issue.canUnmerge ? (
        <details open={own ? true : undefined}>
          <summary>拆开其中一件</summary>
          <Form method="post">
            <FormColumn>
              <RadioGroup
                label="拆开哪一件"
                stacked
                options={merged.map(one => ({ value: one.id, label: one.number, hint: one.title }))}
                {...field(own, "part", merged.length === 1 ? merged[0]!.id : null)}
              />
              <TextField label="拆开的理由" hint={partHint} maxLength={500} {...field(own, "partReason")} />
              <Button name="intent" value="unmerge">
                拆开
              </Button>
            </FormColumn>
          </Form>
        </details>
      ) : null}
    </Sheet>
  )
}
