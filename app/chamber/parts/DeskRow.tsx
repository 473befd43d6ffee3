import type { ComponentProps } from "react"
import { Form } from "react-router"
import type { DeskPerson } from "~/chamber/attendance/desk-page"
import { SignatureDrawing } from "~/chamber/parts/SignatureDrawing"
import { Badge } from "~/ui/Badge"
import { Button, ButtonLink } from "~/ui/Button"
import { type FormView, fieldId } from "~/ui/form-view"

const kinds: Record<DeskPerson["presence"], ComponentProps<typeof Badge>["kind"]> = {
  present: "done",
  left: "stop",
  excused: "wait",
  absent: "todo",
}

/** One invited person, with what the desk may note of them now. */
export function DeskRow({
  person,
  mayCheckIn,
  mayExcuse,
  help,
  form,
}: {
  person: DeskPerson
  mayCheckIn: boolean
  /** Whoever cannot come says so before check-in is open, too. */
  mayExcuse: boolean
  /** Where the seat is opened for someone who cannot use a tablet; null while nobody takes part. */
  help: string | null
  form: FormView | undefined
}) {
  const { participantId, name, organization, presence, note, isStoodFor, signature, hasCome } = person
  const isMeant = form?.values.participantId === participantId
  return (
    <li className="desk-row">
      <div>
        <b>{name}</b>
        {organization ? <span className="soft small">　{organization}</span> : null}
      </div>
      {signature ? (
        <SignatureDrawing drawing={signature} name={name} />
      ) : hasCome ? (
        <span className="soft small">未在平板签名</span>
      ) : null}
      <Badge kind={isStoodFor ? "doing" : kinds[presence]}>{note}</Badge>
      {mayCheckIn ? (
        <Form method="post" className="row">
          <input type="hidden" name="participantId" value={participantId} />
          {presence === "absent" || presence === "excused" ? (
            <Press intent="arrive" name={name} main>
              签到
            </Press>
          ) : null}
          {presence === "present" ? (
            <Press intent="leave" name={name}>
              离会
            </Press>
          ) : null}
          {presence === "left" ? (
            <Press intent="return" name={name} main>
              回来了
            </Press>
          ) : null}
        </Form>
      ) : null}
      {help && presence !== "left" ? (
        <ButtonLink to={help}>
          <span className="vh">为{name}</span>代操作
        </ButtonLink>
      ) : null}
      {mayExcuse && presence === "absent" ? (
        <Excuse participantId={participantId} name={name} form={isMeant ? form : undefined} />
      ) : null}
    </li>
  )
}

function Press({ intent, name, main, children }: { intent: string; name: string; main?: boolean; children: string }) {
  return (
    <Button kind={main ? "go" : "plain"} name="intent" value={intent}>
      <span className="vh">{name}</span>
      {children}
    </Button>
  )
}

function Excuse({ participantId, name, form }: { participantId: string; name: string; form: FormView | undefined }) {
  const error = form?.errors.reason
  const typed = form?.values.reason
  return (
    <details open={Boolean(error)}>
      <summary className="btn">请假</summary>
      <Form method="post" className="row">
        <input type="hidden" name="intent" value="excuse" />
        <input type="hidden" name="participantId" value={participantId} />
        <label className={error ? "field field--bad" : "field"}>
          <span className="label">{name}为什么请假</span>
          {error ? <span className="error">{error}</span> : null}
          <input
            className="input"
            id={error ? fieldId("reason") : undefined}
            name="reason"
            maxLength={100}
            defaultValue={typeof typed === "string" ? typed : ""}
          />
        </label>
        <Button>记请假</Button>
      </Form>
    </details>
  )
}
