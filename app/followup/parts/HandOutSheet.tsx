import { Form } from "react-router"
import type { FiledPaper } from "~/followup/parts/FiledPapers"
import { FiledPapers } from "~/followup/parts/FiledPapers"
import { Button, ButtonLink } from "~/ui/Button"
import { Sheet } from "~/ui/Sheet"

type HandOutSheetProps = { about: string; previewTo: string; filed: readonly FiledPaper[]; community: string }

/** A form for residents: looked at first, then filed and copied. */
export function HandOutSheet({ about, previewTo, filed, community }: HandOutSheetProps) {
  return (
    <div className="stack-l">
      <Sheet title="打印">
        <p>{about}</p>
        <div className="row">
          <ButtonLink document to={previewTo}>
            先看一看
          </ButtonLink>
          <Form method="post" reloadDocument>
            <Button kind="main">打印并归档</Button>
          </Form>
        </div>
      </Sheet>
      <FiledPapers filed={filed} community={community} />
    </div>
  )
}
