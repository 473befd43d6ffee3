import { verifySheet } from "~/registry/verification"
import { Facts } from "~/ui/Facts"
import { Note } from "~/ui/Note"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/verify"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const sheet = orThrow(context, await verifySheet(ctx, params.digest.toLowerCase()))
  return { sheet }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `核验 - ${loaderData?.sheet.title ?? ""}` }]

/** What a QR code on paper leads to: whether there is such a sheet, and whether it is the newest. For anyone. */
export default function Verify({ loaderData }: Route.ComponentProps) {
  const { sheet } = loaderData
  return (
    <Page title={sheet.title}>
      <div className="stack-l">
        {sheet.isNewest ? (
          <Note kind="ok" title="有这份文书，是最新的一版">
            请核对下面的编号和摘要，与纸上印的相同才是原件。
          </Note>
        ) : (
          <Note kind="warn" title="有这份文书，但已有新的一版">
            您手里是第{sheet.version}版，最新是第{sheet.newestVersion}版。请以最新的为准。
          </Note>
        )}
        <Sheet title="这份文书">
          <Facts
            items={[
              { label: "是什么", value: sheet.kind },
              { label: "编号", value: sheet.number ?? "没有编号" },
              { label: "第几版", value: `第${sheet.version}版` },
              { label: "印发日期", value: sheet.issuedOn },
              { label: "内容摘要", value: <span className="code digest">{sheet.factsHash}</span> },
            ]}
          />
        </Sheet>
      </div>
    </Page>
  )
}
