import { Form } from "react-router"
import type { SpotView } from "~/records/edition-views"
import { ifPosted, spotField } from "~/records/field-names"
import { Button } from "~/ui/Button"
import { type FormView, field } from "~/ui/form-view"
import { Sheet } from "~/ui/Sheet"
import { TextField } from "~/ui/TextField"

type EditionSpotsProps = { spots: SpotView[]; revision: number; mayEdit: boolean; form?: FormView }

/** Every spot with what stood there, what the public reads, and why; the author changes them here. */
export function EditionSpots({ spots, revision, mayEdit, form }: EditionSpotsProps) {
  const masked = spots.filter(spot => !spot.isKept).length
  return (
    <Sheet title={`逐处说明（遮盖${masked}处，保留${spots.length - masked}处）`} id="spots">
      {spots.length === 0 ? <p>按规则没有找到要遮盖的地方。请通读一遍，确有不宜公开的，在下面添加。</p> : null}
      <ol className="spots">
        {spots.map(spot => (
          <li key={`${spot.line} ${spot.at}`} id={`spot-${spot.index}`}>
            <span className="spots__number">
              <span className="vh">第</span>
              {spot.index + 1}
              <span className="vh">处</span>
            </span>
            <div className="stack">
              <p className="spots__change">
                {spot.isKept ? (
                  <>
                    <b>保留</b>“{spot.original}”
                  </>
                ) : (
                  <>
                    “{spot.original}”<b>改为</b>“{spot.shown}”
                  </>
                )}
              </p>
              <p className="soft small">
                {spot.rule}，在“{spot.lineLabel}”。{spot.reason}{" "}
                <a href={`#inner-${spot.index}`}>
                  看原处<span className="vh">，第{spot.index + 1}处</span>
                </a>
              </p>
              {mayEdit ? <SpotForm spot={spot} revision={revision} form={form} /> : null}
            </div>
          </li>
        ))}
      </ol>
      {mayEdit ? <AddForm revision={revision} form={form} /> : null}
    </Sheet>
  )
}

function SpotForm({ spot, revision, form }: { spot: SpotView; revision: number; form?: FormView }) {
  const shown = spotField("shown", spot.index)
  const reason = spotField("reason", spot.index)
  const isOpen = Boolean(form?.errors[shown] || form?.errors[reason])
  return (
    <details open={isOpen || undefined}>
      <summary className="small">
        改这一处<span className="vh">，第{spot.index + 1}处</span>
      </summary>
      <Form method="post" className="stack" preventScrollReset>
        <input type="hidden" name="revision" value={revision} />
        <input type="hidden" name="spot" value={spot.index} />
        <input type="hidden" name="line" value={spot.line} />
        <input type="hidden" name="at" value={spot.at} />
        <input type="hidden" name="original" value={spot.original} />
        <TextField label="公示文字写成" {...field(ifPosted(form, shown), shown, spot.isKept ? "" : spot.shown)} />
        <TextField label="理由" hint="写给核对的人看" {...field(form, reason)} />
        <div className="row">
          <Button name="intent" value="mark">
            换成这样写
          </Button>
          {spot.mayKeep && !spot.isKept ? (
            <Button name="intent" value="keep">
              {spot.isByPerson ? "不遮盖了" : "照原文登出"}
            </Button>
          ) : null}
        </div>
      </Form>
    </details>
  )
}

function AddForm({ revision, form }: { revision: number; form?: FormView }) {
  const isOpen = Boolean(form?.errors.phrase || form?.errors.shown || form?.errors.reason)
  return (
    <details open={isOpen || undefined}>
      <summary>再遮一处</summary>
      <Form method="post" className="form-column stack" preventScrollReset>
        <input type="hidden" name="intent" value="mask" />
        <input type="hidden" name="revision" value={revision} />
        <TextField label="要遮盖的词语" hint="照原文原样写，全文出现的都会遮盖" {...field(form, "phrase")} />
        <TextField label="公示文字写成（选填）" hint="不填就写（略）" {...field(form, "shown")} />
        <TextField label="理由" {...field(form, "reason")} />
        <p>
          <Button>遮盖</Button>
        </p>
      </Form>
    </details>
  )
}
