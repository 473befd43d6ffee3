import { Form, href } from "react-router"
import { z } from "zod"
import { checkByFile, checkByText } from "~/board/checking"
import { CheckByNumber } from "~/board/parts/CheckByNumber"
import { CheckedSheetView } from "~/board/parts/CheckedSheet"
import { PublicDigests } from "~/board/parts/PublicDigests"
import { robotsMeta } from "~/board/robots"
import { formatDateTime } from "~/law/civil-date"
import { readNewestDigests } from "~/records/public-digests"
import { Button } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { FileField } from "~/ui/FileField"
import type { FormView } from "~/ui/form-view"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext, requestContext, serverContext } from "~/web/context"
import { invalid, readForm } from "~/web/forms"
import { speak } from "~/web/refusals"
import type { Route } from "./+types/check-sheet"

const fileMegabytes = 20
const digestsShown = 3

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const typed = url.searchParams.get("number")?.slice(0, 100) ?? null
  const checked =
    typed === null ? null : await checkByText(ctx, { address: context.get(requestContext).address, text: typed })
  const form: FormView | null =
    checked && !checked.ok
      ? { values: {}, errors: { number: speak(context.get(serverContext).sentences, checked) } }
      : null
  const { publicKey, digests } = await readNewestDigests(ctx, digestsShown)
  return {
    community: ctx.community.name,
    typed,
    form,
    sheet: checked?.ok ? checked.value : null,
    archive: { publicKey, digests: digests.map(one => ({ ...one, at: formatDateTime(one.at) })) },
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const read = await readForm(request, z.object({}), { fileMegabytes })
  if (!read.ok) return invalid(context, read)
  const { address } = context.get(requestContext)
  const checked = await checkByFile(context.get(appContext), { address, bytes: read.files[0]?.bytes })
  if (!checked.ok) return invalid(context, { refusal: checked, form: read.form })
  return { sheet: checked.value }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `核对文书 - ${loaderData?.community ?? ""}公示栏` },
  ...robotsMeta(false),
]

/** Is this paper ours, and does it hold? By what is printed on it, or by the file itself. */
export default function CheckSheet({ loaderData, actionData, params }: Route.ComponentProps) {
  const posted = actionData && "form" in actionData ? actionData.form : null
  const found = actionData && "sheet" in actionData ? actionData.sheet : null
  const form = posted ?? (found ? null : loaderData.form)
  const sheet = found ?? (posted ? null : loaderData.sheet)
  return (
    <Page
      title="核对文书"
      lead="看一份文书是不是社区印发的，现在还作不作数。"
      crumbs={[{ label: "公示栏", to: href("/c/:community/board", params) }, { label: "核对文书" }]}
      summary={form ? <ErrorSummary form={form} order={["number", "file"]} /> : null}
    >
      <div className="wall-text stack-l">
        {sheet ? <CheckedSheetView sheet={sheet} isFile={found !== null} /> : null}
        <Sheet title="按纸上印的核对">
          <CheckByNumber
            community={params.community}
            typed={loaderData.typed ?? undefined}
            error={posted ? undefined : loaderData.form?.errors.number}
          />
        </Sheet>
        <Sheet title="核对一个文件">
          <Form
            method="post"
            action={href("/c/:community/board/verify", params)}
            encType="multipart/form-data"
            className="stack"
          >
            <FileField
              name="file"
              label="收到的文件"
              hint={`PDF、Word 或 Excel 文件，最大${fileMegabytes}MB。只比对，不保存。`}
              accept=".pdf,.docx,.xlsx,application/pdf"
              error={form?.errors.file}
            />
            <Button>核对这个文件</Button>
          </Form>
        </Sheet>
        <PublicDigests archive={loaderData.archive} community={params.community} />
      </div>
    </Page>
  )
}
