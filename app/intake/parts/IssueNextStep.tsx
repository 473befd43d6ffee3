import { Form, href } from "react-router"
import type { IssueView } from "~/intake/issue-views"
import { NextStep } from "~/ui/Answers"
import { Button, ButtonLink } from "~/ui/Button"

type IssueNextStepProps = {
  issue: IssueView
  params: { community: string; issueId: string }
  mayMakeTopic: boolean
}

/** The one thing to do now with an issue, for whoever may do it; nothing for others and for closed ones. */
export function IssueNextStep({ issue, params, mayMakeTopic }: IssueNextStepProps) {
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
        <p>即办、协商、转办、微心愿，还是不予受理。处置时把受理答复告诉提出人。</p>
      </NextStep>
    )
  if (issue.canAssign && issue.triage === "wish")
    return (
      <NextStep
        title="下一步：找人认领，实现以后答复"
        action={
          <div className="row">
            <ButtonLink kind="main" to={`/c/${params.community}/claims/new?issue=${issue.id}`}>
              认领
            </ButtonLink>
            <ButtonLink to={`/c/${params.community}/tasks/new?issue=${issue.id}`}>交办</ButtonLink>
          </div>
        }
      >
        <p>有单位愿意办，登记认领；自己人去办，开一张交办单。实现以后，把办结答复告诉提出人。</p>
      </NextStep>
    )
  if (issue.canAssign)
    return (
      <NextStep
        title="下一步：交办，办好以后答复"
        action={
          <ButtonLink kind="main" to={`/c/${params.community}/tasks/new?issue=${issue.id}`}>
            交办
          </ButtonLink>
        }
      >
        <p>开一张交办单，谁办、哪天前办好都记下来。办好以后，把办结答复告诉提出人。</p>
      </NextStep>
    )
  if (!issue.canAnswer || !mayMakeTopic || issue.triage !== "deliberate" || issue.isInTopic) return null
  return (
    <NextStep
      title="下一步：提为议题"
      action={
        <ButtonLink kind="main" to={`${href("/c/:community/topics/new", params)}?issue=${issue.id}`}>
          提为议题
        </ButtonLink>
      }
    >
      <p>写好方案，就可以排进协商议事会。几个问题是一件事的，可以并成一个议题。</p>
    </NextStep>
  )
}
