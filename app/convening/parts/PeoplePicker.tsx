import { Link } from "react-router"
import type { DraftView } from "~/convening/draft-reading"
import { Empty } from "~/ui/Empty"
import { FieldError } from "~/ui/Field"
import { type FormView, field, fieldId, fieldValues } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { SelectField } from "~/ui/SelectField"
import { Sheet } from "~/ui/Sheet"
import { Row, RowHead, Table } from "~/ui/Table"

type Draft = Pick<DraftView, "delegates" | "memberCount" | "bodyId" | "bodies">
type Picked = { entitled: string[]; observer: string[] }

/** Who is invited, by delegation: a box to vote and a box to attend for each delegate in office. */
export function PeoplePicker(props: {
  draft: Draft
  form?: FormView
  errors: Record<string, string>
  entitledFrom: DraftView["rule"]["entitledFrom"]
  meetingKind: string
  /** Where bodies and their terms are kept. */
  bodies: string
}) {
  const { draft, form, errors, entitledFrom, meetingKind, bodies } = props
  const stored = (standing: "entitled" | "observer") =>
    draft.delegates.flatMap(group => group.people.filter(one => one.standing === standing).map(one => one.id))
  const picked: Picked = {
    entitled: fieldValues(form, "entitled", stored("entitled")),
    observer: fieldValues(form, "observer", stored("observer")),
  }
  return (
    <Sheet title="请哪些人" flush>
      <div id={fieldId("participants")} tabIndex={-1}>
        {errors.participants || draft.memberCount !== null ? (
          <div className="sheet__body stack">
            <FieldError name="participants" error={errors.participants} />
            {entitledFrom === "body" ? <BodyField {...{ draft, form, errors, meetingKind, bodies }} /> : null}
            {draft.memberCount ? (
              <Note>
                {entitledFrom === "body" ? "名册里" : "居委会成员和居民代表"}共{draft.memberCount}
                人，全部应到，不用逐个选。下面可以请其他人列席。
              </Note>
            ) : null}
          </div>
        ) : null}
        {draft.delegates.length === 0 && entitledFrom === "delegates" ? (
          <Empty title="名册里还没有代表">
            <p>先在名册里登记代表，再来选。</p>
          </Empty>
        ) : (
          draft.delegates.map(group => (
            <DelegationTable
              key={group.delegation}
              group={group}
              picked={picked}
              mayVote={entitledFrom === "delegates"}
            />
          ))
        )}
      </div>
    </Sheet>
  )
}

type BodyProps = { draft: Draft; form?: FormView; errors: Record<string, string>; meetingKind: string; bodies: string }

/** Whose meeting it is: all its members are called. */
function BodyField({ draft, form, errors, meetingKind, bodies }: BodyProps) {
  if (draft.bodies.length === 0)
    return (
      <Note kind="warn">
        名册里还没有能开{meetingKind}的组织，请先<Link to={bodies}>登记组织和任期</Link>。
      </Note>
    )
  return (
    <SelectField
      label={`哪一个组织或者名册开${meetingKind}`}
      hint="它的成员全部应到。换了以后先存一下，人数跟着变。"
      empty="请选择"
      options={draft.bodies}
      {...field(form, "bodyId", draft.bodyId)}
      error={errors.bodyId}
    />
  )
}

function DelegationTable(props: { group: Draft["delegates"][number]; picked: Picked; mayVote: boolean }) {
  const { group, picked, mayVote } = props
  const chosen = group.people.filter(one => picked.entitled.includes(one.id)).length
  const observing = group.people.filter(one => picked.observer.includes(one.id)).length
  const counts = [mayVote ? `应到${chosen}人` : "", observing > 0 ? `列席${observing}人` : ""]
    .filter(Boolean)
    .join("，")
  return (
    <details className="delegation" open={chosen + observing > 0 || !mayVote ? true : undefined}>
      <summary>
        <b>{group.label}</b>　共{group.people.length}人{counts ? `，${counts}` : ""}
      </summary>
      <Table
        tight
        className="seats"
        caption={`${group.label}，按拼音`}
        columns={[{ label: "姓名" }, ...(mayVote ? [{ label: "应到" }] : []), { label: "列席" }]}
      >
        {group.people.map(one => (
          <Row key={one.id}>
            <RowHead sub={one.organization || undefined}>{one.name}</RowHead>
            {mayVote ? <Box name="entitled" id={one.id} label={`${one.name}应到`} picked={picked.entitled} /> : null}
            <Box name="observer" id={one.id} label={`${one.name}列席`} picked={picked.observer} />
          </Row>
        ))}
      </Table>
    </details>
  )
}

function Box(props: { name: "entitled" | "observer"; id: string; label: string; picked: string[] }) {
  const { name, id, label, picked } = props
  return (
    <td data-th={name === "entitled" ? "应到" : "列席"}>
      <label className="check check--bare">
        <input type="checkbox" name={name} value={id} defaultChecked={picked.includes(id)} aria-label={label} />
      </label>
    </td>
  )
}
