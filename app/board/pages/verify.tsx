import { href } from "react-router"
import { checkByDigest } from "~/board/checking"
import { CheckedSheetView } from "~/board/parts/CheckedSheet"
import { robotsMeta } from "~/board/robots"
import { Page } from "~/ui/Page"
import { appContext, requestContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/verify"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return {
    sheet: orThrow(
      context,
      await checkByDigest(ctx, { address: context.get(requestContext).address, digest: params.digest }),
    ),
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `核验 - ${loaderData?.sheet.title ?? ""}` },
  ...robotsMeta(false),
]

/** What a QR code on paper leads to: whether there is such a sheet, and whether it holds. For anyone. */
export default function Verify({ loaderData, params }: Route.ComponentProps) {
  const { sheet } = loaderData
  return (
    <Page
      title={sheet.title}
      crumbs={[
        { label: "公示栏", to: href("/c/:community/board", { community: params.community }) },
        { label: "核对文书" },
      ]}
    >
      <div className="wall-text">
        <CheckedSheetView sheet={sheet} />
      </div>
    </Page>
  )
}
