import { href } from "react-router"
import { readSignatureSheet } from "~/chamber/attendance/signature-view"
import { SignatureDrawing } from "~/chamber/parts/SignatureDrawing"
import { Badge } from "~/ui/Badge"
import { ButtonLink } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { Lamp } from "~/ui/Lamp"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import { useLive } from "~/web/live-client"
import type { Route } from "./+types/signatures"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return { ...orThrow(context, await readSignatureSheet(ctx, params.meetingId)), params, community: ctx.community.name }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `签名册 - ${loaderData?.head.title ?? ""} - ${loaderData?.community ?? ""}议事驿站` },
]

/** 签名册: what each one signed, when, on what, and whether it is still what was signed. */
export default function Signatures({ loaderData }: Route.ComponentProps) {
  const { params, head, signatures, broken, unsigned } = loaderData
  useLive(params.community, [`meeting:${params.meetingId}:counts`])
  const desk = href("/c/:community/meetings/:meetingId/desk", params)
  return (
    <Page
      title="签名册"
      lead={`${head.title}，签到时在平板上的签名`}
      crumbs={[{ label: head.title, to: desk }, { label: "签名册" }]}
      actions={<ButtonLink to={desk}>回签到台</ButtonLink>}
    >
      <div className="stack-l">
        {signatures.length > 0 ? (
          <Lamp
            met={broken === 0}
            metWords="签名完整"
            notWords="签名被动过"
            detail={
              broken === 0
                ? `${signatures.length}个签名依次相连，与签名时一致`
                : `有${broken}处与签名时不一致。请保留本页，用最近的备份核对，并在纸上补签。`
            }
            stacked
          />
        ) : null}
        {unsigned.length > 0 ? <p>已签到、没有在平板上签名的：{unsigned.join("、")}。请在纸质签到表上签名。</p> : null}
        <Sheet title="签名" titleHidden flush>
          {signatures.length === 0 ? <Empty title="还没有人在平板上签名" /> : null}
          <ul className="desk-list">
            {signatures.map(one => (
              <li key={one.id} className="signed">
                <SignatureDrawing drawing={one.drawing} name={one.name} />
                <div>
                  <p>
                    <b>{one.name}</b>　{one.when}，{one.device}{" "}
                    {one.isBroken ? <Badge kind="late">与签名时不一致</Badge> : null}
                    {one.isNewest ? null : <Badge>后来又签过</Badge>}
                  </p>
                  <p className="small">{one.statement}</p>
                  <p className="small soft">校验码 {one.mark}</p>
                </div>
              </li>
            ))}
          </ul>
        </Sheet>
      </div>
    </Page>
  )
}
