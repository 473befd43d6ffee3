import type { ReactNode } from "react"
import { Form } from "react-router"
import type { MotionIntent } from "~/chamber/motions/motion-form"
import type { MotionPage } from "~/chamber/motions/motion-page"
import { Button, ButtonLink } from "~/ui/Button"
import { type FormView, field } from "~/ui/form-view"
import { FormColumn } from "~/ui/Page"
import { RadioGroup } from "~/ui/RadioGroup"
import { SelectField } from "~/ui/SelectField"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"
import { useKeptDraft } from "~/web/kept-draft"

type Props = { motion: MotionPage; form: FormView | undefined; dissentId: string | null }
type Said = { title: string; button: string; Fields: (props: Props) => ReactNode }

const forms: Record<MotionIntent, Said> = {
  amend: { title: "提出修正", button: "提出修正", Fields: AmendFields },
  adopt: { title: "不经表决采纳这件修正", button: "采纳", Fields: AdoptFields },
  withdraw: { title: "撤回这一件", button: "撤回", Fields: WithdrawFields },
  recommend: { title: "记下建议", button: "记下建议", Fields: RecommendFields },
  dissent: { title: "记下不同意见", button: "记下不同意见", Fields: DissentFields },
  explain: { title: "记下解释说明", button: "记下解释说明", Fields: ExplainFields },
}

/** The one thing that is being done about this motion; which of them stands in the address. */
export function MotionForms({ intent, back, ...props }: Props & { intent: MotionIntent; back: string }) {
  const { title, button, Fields } = forms[intent]
  const { motion, dissentId } = props
  const draft = useKeptDraft(`${intent} ${dissentId ?? motion.motionId}`, savedBy(intent, motion, dissentId))
  return (
    <Sheet title={title}>
      <Form method="post" ref={draft}>
        <FormColumn>
          <input type="hidden" name="intent" value={intent} />
          <Fields {...props} />
          <div className="row">
            <ButtonLink to={back}>返回</ButtonLink>
            <Button kind="main">{button}</Button>
          </div>
        </FormColumn>
      </Form>
    </Sheet>
  )
}

/** What changes once the form was saved: from then on what was typed into it is no draft any more. */
function savedBy(intent: MotionIntent, motion: MotionPage, dissentId: string | null): string {
  switch (intent) {
    case "amend":
      return `${motion.version} ${motion.amendments.length}`
    case "recommend":
      return motion.recommendations.map(one => `${one.body}${one.stanceName}${one.reason}`).join("\n")
    case "dissent":
      return String(motion.dissents.length)
    case "explain":
      return String(motion.dissents.find(one => one.dissentId === dissentId)?.version)
    default:
      return motion.standing
  }
}

function AmendFields({ motion, form }: Props) {
  return (
    <>
      <input type="hidden" name="version" value={String(form?.values.version ?? motion.version)} />
      <p>写出修正以后的全文。这件修正先表决，通过了，第{motion.ordinal}件就按新的文字表决。</p>
      <TextArea label="改成" rows={4} {...field(form, "content", motion.content)} />
      <TextArea
        label="附带条件，每行一条"
        hint="没有条件的留空"
        rows={3}
        {...field(form, "conditions", motion.conditions.join("\n"))}
      />
      <SelectField label="谁提出修正" empty="会议提出" options={motion.movers} {...field(form, "moverId")} />
    </>
  )
}

function AdoptFields({ motion, form }: Props) {
  return (
    <>
      <p>采纳以后，第{motion.amends?.ordinal}件马上改成这里的文字，不再表决这件修正。</p>
      <TextField label="谁同意采纳" hint="如：提出人甲一同意，没有人反对" maxLength={200} {...field(form, "reason")} />
    </>
  )
}

function WithdrawFields({ form }: Props) {
  return (
    <>
      <p>撤回以后不再表决，文字和撤回的原因留在会议记录里。</p>
      <TextField label="为什么撤回" hint="如：提出人要求撤回" maxLength={200} {...field(form, "reason")} />
    </>
  )
}

function RecommendFields({ motion, form }: Props) {
  return (
    <>
      <p>建议写在表决事项旁边，主持台、大屏和代表的平板上都看得到。党组织研究过方案的，已经在上面，不用再记。</p>
      <TextField label="谁的建议" hint="如：业主委员会、议事小组" maxLength={40} {...field(form, "body")} />
      <RadioGroup label="建议" options={motion.stances} {...field(form, "stance")} />
      <TextArea label="理由" rows={3} maxLength={500} {...field(form, "reason")} />
    </>
  )
}

function DissentFields({ motion, form }: Props) {
  return (
    <>
      <p>不同意见和作出的解释写进会议纪要，跟结果一起保存。</p>
      <SelectField
        label="谁的意见"
        empty="不止一人，写在下面"
        options={motion.people}
        {...field(form, "participantId")}
      />
      <TextField
        label="不止一人的，写是哪些人"
        hint="如：1栋的三位住户代表"
        maxLength={60}
        {...field(form, "heldBy")}
      />
      <TextArea label="意见" rows={3} maxLength={1000} {...field(form, "opinion")} />
      <ExplanationFields form={form} />
    </>
  )
}

function ExplainFields({ motion, form, dissentId }: Props) {
  const dissent = motion.dissents.find(one => one.dissentId === dissentId)
  if (!dissent) return <p>没有找到这条意见。请返回，从列表里选。</p>
  return (
    <>
      <input type="hidden" name="dissentId" value={dissent.dissentId} />
      <input type="hidden" name="version" value={String(form?.values.version ?? dissent.version)} />
      <blockquote className="opinion">
        {dissent.heldBy}：{dissent.opinion}
      </blockquote>
      <ExplanationFields form={form} explanation={dissent.explanation} explainedBy={dissent.explainedBy} />
    </>
  )
}

type ExplanationProps = { form: FormView | undefined; explanation?: string; explainedBy?: string }

function ExplanationFields({ form, explanation, explainedBy }: ExplanationProps) {
  return (
    <>
      <TextArea
        label="当场怎么解释的"
        hint="还没有解释的先留空，以后补记"
        rows={3}
        maxLength={1000}
        {...field(form, "explanation", explanation)}
      />
      <TextField label="谁解释的" maxLength={60} {...field(form, "explainedBy", explainedBy)} />
    </>
  )
}
