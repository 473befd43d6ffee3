import { Plus, Search } from "lucide-react"
import { Form, href } from "react-router"
import { z } from "zod"
import { channels, triages } from "#db/schema/intake"
import { channelNames } from "~/intake/channels"
import { issueTabs, listIssues } from "~/intake/ledger"
import { type LedgerQuery, LedgerTable } from "~/intake/parts/LedgerTable"
import { triageNames } from "~/intake/rules"
import { may } from "~/people/permissions"
import { Button, ButtonLink } from "~/ui/Button"
import { Icon } from "~/ui/Icon"
import { Page } from "~/ui/Page"
import { SelectField } from "~/ui/SelectField"
import { TextField } from "~/ui/TextField"
import { appContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/issues"

/** A word of the address that means nothing is passed over. */
const Query = z.object({
  q: z.string().trim().max(100).catch(""),
  grid: z.string().max(50).catch(""),
  channel: z.enum(channels).or(z.literal("")).catch(""),
  triage: z.enum(triages).or(z.literal("")).catch(""),
  tab: z.enum(issueTabs).catch("open"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

export async function loader({ url, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const query: LedgerQuery = Query.parse(Object.fromEntries(url.searchParams))
  const ledger = await listIssues(ctx, {
    search: query.q,
    gridId: query.grid || undefined,
    channel: query.channel || undefined,
    triage: query.triage || undefined,
    tab: query.tab,
    page: query.page,
  })
  return {
    query,
    ledger: orThrow(context, ledger),
    mayImport: may(ctx.actor, "issue:import"),
    mayReport: may(ctx.actor, "issue:report"),
    community: ctx.community.name,
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `问题台账 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function Issues({ loaderData, params }: Route.ComponentProps) {
  const { query, ledger, mayImport, mayReport } = loaderData
  const { community } = params
  return (
    <Page
      title="问题台账"
      actions={
        <>
          {mayImport ? (
            <>
              <ButtonLink to={`${href("/c/:community/imports/new", { community })}?kind=issues`}>导入网格表</ButtonLink>
              <ButtonLink to={href("/c/:community/issues/export.xlsx", { community })} document>
                导出
              </ButtonLink>
            </>
          ) : null}
          {mayReport ? (
            <ButtonLink kind="main" to={href("/c/:community/issues/new", { community })}>
              <Icon of={Plus} />
              登记问题
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <Filter query={query} grids={ledger.grids} />
      <LedgerTable home={href("/c/:community/issues", { community })} query={query} ledger={ledger} />
    </Page>
  )
}

const named = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }))

function Filter({ query, grids }: { query: LedgerQuery; grids: { id: string; name: string }[] }) {
  return (
    // A new key for a new address: the fields show what the page shows.
    <Form className="filter" method="get" role="search" aria-label="筛选" key={JSON.stringify(query)}>
      <input type="hidden" name="tab" value={query.tab} />
      <div className="filter__q">
        <TextField label="查找" name="q" type="search" defaultValue={query.q} maxLength={100} />
      </div>
      <SelectField
        label="网格"
        name="grid"
        empty="全部网格"
        defaultValue={query.grid}
        options={grids.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        label="渠道"
        name="channel"
        empty="全部渠道"
        defaultValue={query.channel}
        options={named(channelNames)}
      />
      <SelectField
        label="处置"
        name="triage"
        empty="全部处置"
        defaultValue={query.triage}
        options={named(triageNames)}
      />
      <Button>
        <Icon of={Search} />
        筛选
      </Button>
    </Form>
  )
}
