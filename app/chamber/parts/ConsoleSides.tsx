import { Form, href } from "react-router"
import type { ConsolePage } from "~/chamber/console-page"
import { formIds } from "~/chamber/parts/ConsoleNext"
import { ConsoleSpeaking } from "~/chamber/parts/ConsoleSpeaking"
import { RoundChallenges } from "~/chamber/parts/RoundChallenges"
import { Button, ButtonLink } from "~/ui/Button"
import { type FormView, field } from "~/ui/form-view"
import { TextField } from "~/ui/TextField"

type Params = { community: string; meetingId: string }
type SideProps = { page: ConsolePage; params: Params; form: FormView | undefined }

/** At the right: 异议 while a counted result waits for its proclamation, else who speaks and who is next. */
export function ConsoleSide({ page, params, form }: SideProps) {
  const { head, closed, speaking } = page
  if (closed?.result) return <RoundChallenges {...closed} form={form} answerForm={formIds.answer} />
  if (!speaking || head.state !== "inSession") return null
  return <ConsoleSpeaking speaking={speaking} to={href("/c/:community/meetings/:meetingId/speaking", params)} />
}

/** Below the agenda: the other desks, and what is rare. */
export function ConsoleTools({ page, params, form }: SideProps) {
  const { open } = page
  return (
    <>
      {open ? (
        <PaperTools open={open} params={params} />
      ) : (
        <>
          <ButtonLink wide to={href("/c/:community/meetings/:meetingId/desk", params)}>
            签到与请假
          </ButtonLink>
          <ButtonLink wide to={href("/c/:community/meetings/:meetingId/screen", params)}>
            大屏
          </ButtonLink>
        </>
      )}
      {page.mayMove ? <Adjourn form={form} /> : null}
    </>
  )
}

/** 纸票 beside the tablets, and the one click that moves a vote to paper; nothing cast so far is lost by it. */
function PaperTools({ open, params }: { open: NonNullable<ConsolePage["open"]>; params: Params }) {
  const to = { ...params, roundId: open.roundId }
  if (open.means === "hands") return null
  return (
    <>
      <ButtonLink wide to={href("/c/:community/meetings/:meetingId/rounds/:roundId/papers", to)}>
        纸票
      </ButtonLink>
      {open.mayFallBack ? (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value="fallBackToPaper" />
          <Button wide name="roundId" value={open.roundId}>
            改用纸票
          </Button>
        </Form>
      ) : null}
    </>
  )
}

/** 休会: folded away, because it is rare; undone by 继续开会. */
function Adjourn({ form }: { form: FormView | undefined }) {
  return (
    <details className="con__more" open={Boolean(form?.errors.reason)}>
      <summary className="btn btn--wide">休会</summary>
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="adjourn" />
        <TextField label="为什么休会" maxLength={200} {...field(form, "reason")} />
        <Button wide>休会</Button>
      </Form>
    </details>
  )
}
