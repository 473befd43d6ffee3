import { Form, href } from "react-router"
import type { IssueView } from "~/intake/issue-views"
import { NextStep } from "~/ui/Answers"
import { Button, ButtonLink } from "~/ui/Button"
import { type FormView, field } from "~/ui/form-view"
import { FormColumn } from "~/ui/Page"
import { RadioGroup } from "~/ui/RadioGroup"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"

type IssueNextStepProps = {
  issue: IssueView
  params: { community: string; issueId: string }
  form: FormView | undefined
  mayMakeTopic: boolean
}

/** The one thing to do now with an issue, for whoever may do it; nothing for others and for closed ones. */
export function IssueNextStep({ issue, params, form, mayMakeTopic }: IssueNextStepProps) {
  const sort = href("/c/:community/issues/:issueId/sort", params)
  if (issue.canAccept)
    return (
      <NextStep
        title="下一步：受理"
        action={
          <Form method="post" className="row">
            <Button kind="main" name="intent" value="accept">
              受理
            </Button>
            <ButtonLink to={sort}>受理并处置</ButtonLink>
          </Form>
        }
      >
        <p>看清楚是什么事、在哪里、谁提出的，受理以后再定怎么办。</p>
      </NextStep>
    )
  if (issue.canSort)
    return (
      <NextStep
        title="下一步：分类处置"
        action={
          <ButtonLink kind="main" to={sort}>
            分类处置
          </ButtonLink>
        }
      >
        <p>马上能办的即办，要大家商量的列为协商。处置时把受理答复告诉提出人。</p>
      </NextStep>
    )
  if (!issue.canAnswer) return null
  return (
    <>
      {mayMakeTopic && issue.triage === "deliberate" ? (
        <NextStep
          title="下一步：提为议题"
          action={
            <ButtonLink kind="main" to={`/c/${params.community}/topics/new?issue=${issue.id}`}>
              提为议题
            </ButtonLink>
          }
        >
          <p>写好方案，就可以排进协商议事会。几个问题是一件事的，可以并成一个议题。</p>
        </NextStep>
      ) : null}
      <AnswerForm form={form} />
    </>
  )
}

function AnswerForm({ form }: { form: FormView | undefined }) {
  const own = form?.values.intent === "answer" ? form : undefined
  return (
    <Sheet title="办结答复">
      <p className="soft">事情有了结果，告诉提出人以后记在这里。记下办结答复，这个问题才能办结。</p>
      <Form method="post">
        <FormColumn>
          <RadioGroup
            label="问题解决了吗"
            options={[
              { value: "yes", label: "解决了" },
              { value: "no", label: "没能解决，已说明原因" },
            ]}
            {...field(own, "resolved")}
          />
          <TextArea label="怎样答复的" rows={3} maxLength={2000} {...field(own, "content")} />
          <TextField label="怎样告诉的" hint="如电话、当面、微信群" short maxLength={50} {...field(own, "means")} />
          <Button name="intent" value="answer">
            记下答复并办结
          </Button>
        </FormColumn>
      </Form>
    </Sheet>
  )
}
