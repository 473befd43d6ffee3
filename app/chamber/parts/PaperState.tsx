import { Form, href } from "react-router"
import type { PaperSummary } from "~/chamber/paper/summary"
import { Button, ButtonLink } from "~/ui/Button"

type Props = {
  params: { community: string; meetingId: string }
  roundId: string
  /** Null while the round is taken on tablets alone. */
  summary: PaperSummary | null
  /** Whether the one-click move to paper is offered here. */
  mayFallBack: boolean
}

/** How far paper or hands of the running round are, with the way to the count, and the one click to paper. */
export function PaperState({ params, roundId, summary, mayFallBack }: Props) {
  const to = { ...params, roundId }
  return (
    <div className="paper-state">
      {summary ? <p>{paperWords(summary)}</p> : null}
      <div className="row">
        {summary?.means === "hands" ? (
          <ButtonLink to={href("/c/:community/meetings/:meetingId/rounds/:roundId/hands", to)}>举手计数</ButtonLink>
        ) : (
          <ButtonLink to={href("/c/:community/meetings/:meetingId/rounds/:roundId/papers", to)}>纸票</ButtonLink>
        )}
        {mayFallBack ? (
          <Form method="post">
            <input type="hidden" name="roundId" value={roundId} />
            <Button name="intent" value="fallBackToPaper">
              平板用不了，改用纸票
            </Button>
          </Form>
        ) : null}
      </div>
    </div>
  )
}

/** One line: 纸票发出12张，在外面3张，收回9张，已读5张. */
export function paperWords(summary: PaperSummary): string {
  const { hands } = summary
  if (hands)
    return hands.counted < 2
      ? `举手计数：两位计票人，已报${hands.counted}位`
      : hands.differ
        ? "举手计数：两位计票人数的不一样，请重新数"
        : "举手计数：两位计票人数的一致"
  const { issued, out, returned, sheets, read } = summary
  return [
    `纸票发出${issued}张`,
    out > 0 ? `在外面${out}张` : "",
    `收回${returned}张`,
    sheets > 0 ? `两遍读完${read}张，共${sheets}张` : "",
  ]
    .filter(Boolean)
    .join("，")
}
