import { Form, href } from "react-router"
import type { ExportedSheet, PaperPowers } from "~/records/views"
import { Button, ButtonLink } from "~/ui/Button"
import { Sheet } from "~/ui/Sheet"

export type BriefMinutesProps = {
  sheets: ExportedSheet[]
  can: PaperPowers
  address: { community: string; meetingId: string }
  previewTo: string
  /** The full record as it would be filed; empty while the meeting goes on. */
  recordTo: string
}

/** 简式纪要 beside the standard form: the same number and approval, told on one page; and the full record. */
export function BriefMinutes({ sheets, can, address, previewTo, recordTo }: BriefMinutesProps) {
  const mayWork = can.edit || can.approve || can.export
  if (!mayWork && sheets.length === 0) return null
  const documentTo = (id: string) =>
    href("/c/:community/documents/:documentId", { community: address.community, documentId: `${id}.pdf` })
  return (
    <Sheet title="简式纪要和会议记录" id="brief">
      <p className="hint">
        简式纪要只印议定事项、票数和不同意见，编号和核准与标准版相同；会议记录印全部发言和各轮表决。
      </p>
      {sheets.map(one => (
        <p key={one.id}>
          <a href={documentTo(one.id)}>简式纪要第{one.version}版</a>　{one.issued}，{one.by}导出
        </p>
      ))}
      {mayWork ? (
        <div className="stack">
          <ButtonLink wide document to={previewTo}>
            预览简式纪要
          </ButtonLink>
          {can.export ? (
            <Form method="post">
              <Button wide name="intent" value="exportBrief">
                导出简式纪要PDF
              </Button>
            </Form>
          ) : null}
          {recordTo ? (
            <ButtonLink wide document to={recordTo}>
              预览会议记录
            </ButtonLink>
          ) : null}
        </div>
      ) : null}
    </Sheet>
  )
}
