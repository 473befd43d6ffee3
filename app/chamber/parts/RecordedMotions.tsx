import { Form, href, Link } from "react-router"
import { MotionFields } from "~/chamber/parts/MotionFields"
import { RecommendationsInLine } from "~/chamber/parts/Recommendations"
import { TermsInLine } from "~/chamber/parts/Terms"
import type { RecordPage } from "~/chamber/record-page"
import { Badge } from "~/ui/Badge"
import { Button, ButtonLink } from "~/ui/Button"
import type { FormView } from "~/ui/form-view"
import { Sheet } from "~/ui/Sheet"
import { useKeptDraft } from "~/web/kept-draft"

type Props = {
  page: RecordPage
  form: FormView | undefined
  address: { community: string; meetingId: string }
  /** What was saved last from here: with it the form begins afresh. */
  saved?: string | null
}

/** What was put to the vote under this item, and a form that begins with the proposal's own words. */
export function RecordedMotions({ page, form, address, saved }: Props) {
  const shown = form?.values.intent === "motion" || form?.values.intent === "editMotion" ? form : undefined
  const edited = page.motions.find(motion => motion.id === page.editedMotionId && motion.mayEdit)
  const freshKey = `motion-${page.item?.agendaItemId}-${saved}-${page.isFilled ? page.fill : ""}`
  const draft = useKeptDraft(`motion ${edited?.id ?? freshKey}`, edited ? String(edited.version) : null)
  const hrefOf = (motionId: string) =>
    href("/c/:community/meetings/:meetingId/motions/:motionId", { ...address, motionId })
  const countOf = ({ roundId, byHands }: { roundId: string; byHands: boolean }) =>
    href(`/c/:community/meetings/:meetingId/rounds/:roundId/${byHands ? "hands" : "papers"}`, { ...address, roundId })
  return (
    <div className="stack-l">
      <Sheet title="表决事项" flush>
        <ol className="speech-list">
          {page.motions.map(motion => (
            <li key={motion.id}>
              <p>
                <b>{motion.name}</b>　<Badge kind={motion.badge}>{motion.state}</Badge>
                {motion.putBy ? `　${motion.putBy}提出` : null}
              </p>
              <p>{motion.content}</p>
              <TermsInLine terms={motion.terms} />
              <RecommendationsInLine recommendations={motion.recommendations} />
              {motion.options.length > 0 ? (
                <ol className="options-list">
                  {motion.options.map(option => (
                    <li key={option}>{option}</li>
                  ))}
                  {motion.seats > 1 ? <li className="soft">最多选{motion.seats}项</li> : null}
                </ol>
              ) : null}
              {motion.recused.length > 0 ? <p className="small">回避：{motion.recused.join("、")}</p> : null}
              <p className="row">
                {motion.mayEdit ? (
                  <Link to={`?item=${page.item?.agendaItemId}&edit=${motion.id}`}>修改第{motion.ordinal}件的文字</Link>
                ) : null}
                <Link to={hrefOf(motion.id)}>
                  第{motion.ordinal}件：{motion.about}
                </Link>
                {motion.openRound ? (
                  <Link to={countOf(motion.openRound)}>
                    第{motion.ordinal}件的{motion.openRound.byHands ? "举手计数" : "纸票"}
                  </Link>
                ) : null}
                {motion.mayRecuse ? (
                  <Link to={`${hrefOf(motion.id)}/recusals`}>登记第{motion.ordinal}件的回避</Link>
                ) : null}
              </p>
            </li>
          ))}
        </ol>
        {page.motions.length === 0 ? (
          <p className="sheet__body soft">{page.whyNoMotion || "这一项还没有提出要表决的事项。"}</p>
        ) : null}
      </Sheet>
      {page.mayPutMotion && page.suggestion ? (
        <Sheet title={edited ? "修改表决事项" : "提出表决事项"}>
          {edited ? null : <Fills page={page} />}
          <Form method="post" className="stack motion-form" ref={draft} key={edited?.id ?? freshKey}>
            {edited ? (
              <>
                <input type="hidden" name="intent" value="editMotion" />
                <input type="hidden" name="motionId" value={edited.id} />
                <input type="hidden" name="version" value={String(shown?.values.version ?? edited.version)} />
              </>
            ) : (
              <>
                <input type="hidden" name="intent" value="motion" />
                <input type="hidden" name="agendaItemId" value={page.item?.agendaItemId ?? ""} />
              </>
            )}
            <MotionFields page={page} form={shown} edited={edited} />
            <Button kind="go">{edited ? "保存修改" : "提出表决事项"}</Button>
          </Form>
        </Sheet>
      ) : null}
    </div>
  )
}

/** Several proposals of one topic: all side by side, or one after another. */
function Fills({ page }: { page: RecordPage }) {
  if (page.fills.length === 0) return null
  return (
    <p className="row">
      {page.fills.map(({ fill, label }) => (
        <ButtonLink key={fill} small to={`?item=${page.item?.agendaItemId}&fill=${fill}`}>
          {label}
        </ButtonLink>
      ))}
    </p>
  )
}
