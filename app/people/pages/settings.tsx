import { Form, href, Link } from "react-router"
import { z } from "zod"
import { refuse } from "~/law/result"
import { changeCommunity, readCommunity } from "~/people/community"
import { line, neededLine, version } from "~/people/form-fields"
import { notHere } from "~/people/gate"
import { PrintableNote } from "~/people/parts/PrintableNote"
import { VersionField } from "~/people/parts/VersionField"
import { may } from "~/people/permissions"
import { unprintable } from "~/people/printable"
import { Button } from "~/ui/Button"
import { CheckField } from "~/ui/CheckField"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { field } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { TextField } from "~/ui/TextField"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/settings"

const SettingsForm = z.object({
  version,
  name: neededLine(30, "请填社区全名").min(2, "请填社区全名，如“振兴社区”"),
  shortName: neededLine(3, "请填一至三个字的简称"),
  subdistrict: line(30),
  contactPhone: line(30),
  boardIndexable: z
    .string()
    .optional()
    .transform(ticked => ticked === "yes"),
})

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  if (!may(ctx.actor, "community:manage")) orThrow(context, refuse("forbidden"))
  const community = await readCommunity(ctx)
  if (!community) throw notHere()
  const { name, shortName, subdistrict, contactPhone, boardIndexable } = community
  return {
    facts: { name, shortName, subdistrict, contactPhone, boardIndexable },
    version: community.version,
    missing: unprintable(ctx, name + shortName + subdistrict),
    isSaved: url.searchParams.has("saved"),
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, SettingsForm)
  if (!read.ok) return invalid(context, read)
  const to = `${href("/c/:community/settings", params)}?saved`
  return reply(context, await changeCommunity(context.get(appContext), read.value), to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `社区资料 - ${loaderData?.facts.name ?? ""}议事驿站` },
]

export default function Settings({ loaderData, actionData, params }: Route.ComponentProps) {
  const { facts, isSaved, missing } = loaderData
  const form = actionData?.form
  return (
    <Page
      title="社区资料"
      lead="印在以后的通知、纪要和决议上，也用在公示栏上。已经印出的文书不会变。"
      crumbs={[{ label: "账号", to: href("/c/:community/accounts", params) }, { label: "社区资料" }]}
      summary={
        form ? (
          <ErrorSummary form={form} order={["name", "shortName", "subdistrict", "contactPhone"]} />
        ) : isSaved ? (
          <Note kind="ok" live>
            <p>已保存。</p>
          </Note>
        ) : null
      }
    >
      <Sheet>
        <Form method="post">
          <VersionField form={form} version={loaderData.version} />
          <FormColumn>
            <PrintableNote missing={missing} />
            <TextField label="社区全名" hint="如“振兴社区”" {...field(form, "name", facts.name)} />
            <TextField
              label="简称"
              hint="用在编号里，如“振社”印成振社问〔2026〕1号。改了以后，只用在新的编号里。"
              short
              {...field(form, "shortName", facts.shortName)}
            />
            <TextField label="所属街道（选填）" {...field(form, "subdistrict", facts.subdistrict)} />
            <TextField
              label="联系电话（选填）"
              hint="印在通知上"
              type="tel"
              short
              {...field(form, "contactPhone", facts.contactPhone)}
            />
            <CheckField
              label="允许搜索引擎收录公示栏"
              hint="公示栏谁都能打开。勾上以后，在网上也搜得到正在公示和公示过的；居民反映的事从不收录。"
              {...field(form, "boardIndexable", facts.boardIndexable ? "yes" : "")}
            />
            <p>
              <Link to={href("/c/:community/board", params)}>看居民打开的公示栏</Link>
            </p>
            <Button kind="main">保存</Button>
          </FormColumn>
        </Form>
      </Sheet>
    </Page>
  )
}
