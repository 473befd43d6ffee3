import { href } from "react-router"
import type { EditionOfResolution } from "~/records/edition-views"
import { ButtonLink } from "~/ui/Button"
import { Sheet } from "~/ui/Sheet"
import { DraftButton } from "./NoticeRows"

type EditionOfProps = { edition: EditionOfResolution; title: string; community: string }

/** The way from an approved resolution to what hangs on the wall. */
export function EditionOf({ edition, title, community }: EditionOfProps) {
  const { editionId, stateWord, mayDraft, resolutionId } = edition
  return (
    <Sheet title="公示" id="edition">
      <p>{stateWord ? `公示版${stateWord}。` : "还没有起草公示版。决议要遮盖个人信息、另一个人核对放行后公示。"}</p>
      {mayDraft ? (
        <DraftButton
          wide
          kind="resolution"
          subjectId={resolutionId}
          title={title}
          action={href("/c/:community/notices", { community })}
        />
      ) : null}
      {editionId ? (
        <ButtonLink wide to={href("/c/:community/notices/editions/:editionId", { community, editionId })}>
          看公示版
        </ButtonLink>
      ) : null}
    </Sheet>
  )
}
