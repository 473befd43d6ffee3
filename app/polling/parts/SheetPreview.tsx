import { ButtonLink } from "~/ui/Button"
import { Sheet } from "~/ui/Sheet"

/** As wide as the frame, without the viewer's own columns; viewers that know no such words pass over them. */
const fitted = "#toolbar=0&navpanes=0&view=FitH"

/** The PDF itself beside its button; a link where there is no room for it. */
export function SheetPreview({ name, address }: { name: string; address: string }) {
  return (
    <Sheet title="预览">
      <iframe className="paper-preview" title={`${name}的预览`} src={`${address}${fitted}`} loading="lazy" />
      <ButtonLink wide document to={address}>
        打开预览
      </ButtonLink>
    </Sheet>
  )
}
