import { href } from "react-router"
import type { SubstitutedCharacter } from "~/records/substituted-characters"
import { ButtonLink } from "~/ui/Button"
import { Sheet } from "~/ui/Sheet"
import { AnnouncementRelease } from "./AnnouncementRelease"
import type { ShownPaper } from "./PaperTable"
import { SubstitutedCharacters } from "./SubstitutedCharacters"

type Params = { community: string; meetingId: string }

/** Where the paper itself is drawn as it would be filed now. */
export function previewAddress(line: Pick<ShownPaper, "ref">, params: Params): string {
  const { key, of } = line.ref
  const address = href("/c/:community/records/:meetingId/papers/:paper/preview.pdf", { ...params, paper: key })
  return of ? `${address}?round=${of}` : address
}

/** As wide as the frame, without the viewer's own columns; viewers that know no such words pass over them. */
const fitted = "#toolbar=0&navpanes=0&view=FitH"

/** The PDF itself beside the list; a link where there is no room for it. */
export function PaperPreview({
  line,
  substituted,
  params,
}: {
  line: ShownPaper
  substituted: readonly SubstitutedCharacter[]
  params: Params
}) {
  const address = previewAddress(line, params)
  const name = line.about ? `${line.title}：${line.about}` : line.title
  return (
    <Sheet title="预览" id="preview">
      <p>{name}</p>
      <iframe className="paper-preview" title={`${name}的预览`} src={`${address}${fitted}`} loading="lazy" />
      <ButtonLink wide document to={address}>
        打开预览
      </ButtonLink>
      <SubstitutedCharacters characters={substituted} />
      {line.waits ? <p className="hint">{line.waits}</p> : null}
      <AnnouncementRelease line={line} />
    </Sheet>
  )
}
