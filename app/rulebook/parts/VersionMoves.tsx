import { Form } from "react-router"
import { VersionField } from "~/people/parts/VersionField"
import type { VersionView } from "~/rulebook/rulebook-views"
import { Button } from "~/ui/Button"
import { CheckField } from "~/ui/CheckField"
import { type Fact, Facts } from "~/ui/Facts"
import { type FormView, field } from "~/ui/form-view"
import { Sheet } from "~/ui/Sheet"

const signed = (on: string, by: string) => (on ? `${on}，${by}` : "")

/** Where the version stands, who had it in hand, and what may be done with it now. */
export function VersionMoves({ version, form }: { version: VersionView; form: FormView | undefined }) {
  const { can } = version
  const facts: Fact[] = [
    { label: "小区", value: version.estate },
    { label: "依据", value: version.basis || "还没有写" },
    { label: "起草", value: signed(version.draftedOn, version.draftedBy) },
    { label: "核对", value: signed(version.checkedOn, version.checkedBy) },
    { label: "启用", value: signed(version.enabledOn, version.enabledBy) },
    { label: version.state === "superseded" ? "被替代" : "撤回", value: version.endedOn },
  ]
  return (
    <>
      <Sheet title="这一版">
        <Facts items={facts} />
      </Sheet>
      {can.check ? <CheckSheet version={version} form={form} /> : null}
      {can.enable ? (
        <Sheet title="启用">
          <p>启用后，新发通知的会议、新公告的表决按这一版办；已经发出的不变。{replaced(version)}</p>
          <MoveButton intent="enable" kind="main" label="启用这一版" />
        </Sheet>
      ) : null}
      {can.withdraw ? (
        <Sheet title="撤回">
          <p>撤回后这一版不能再用，文字仍然留着备查。</p>
          <MoveButton intent="withdraw" label="撤回这一版" />
        </Sheet>
      ) : null}
    </>
  )
}

const replaced = ({ inForceOrdinal }: VersionView) =>
  inForceOrdinal === null ? "" : `现在用的第${inForceOrdinal}版同时被替代。`

function CheckSheet({ version, form }: { version: VersionView; form: FormView | undefined }) {
  return (
    <Sheet title="核对">
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="check" />
        <VersionField form={form} version={version.version} />
        <p>请拿着原文，对照改过的每一项：数字对不对，条款写得对不对。核对后文字不再改动。</p>
        <CheckField label="已逐项核对" {...field(form, "confirmed")} />
        <Button kind="main">核对无误</Button>
      </Form>
    </Sheet>
  )
}

function MoveButton({ intent, label, kind }: { intent: string; label: string; kind?: "main" }) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <Button kind={kind}>{label}</Button>
    </Form>
  )
}
