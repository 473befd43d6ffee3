import { Form, href, Link } from "react-router"
import { z } from "zod"
import { deliverPapers } from "~/polling/delivering"
import { doneWords } from "~/polling/page-words"
import { DeliveryFields } from "~/polling/parts/DeliveryFields"
import { RollSheet } from "~/polling/parts/RollSheet"
import { RollTable } from "~/polling/parts/RollTable"
import { readRollView } from "~/polling/roll-views"
import { deliveryMeans, rollFilters } from "~/polling/rules"
import { ButtonLink } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Note } from "~/ui/Note"
import { Page } from "~/ui/Page"
import { Pager } from "~/ui/Pager"
import { Sheet } from "~/ui/Sheet"
import { Tabs } from "~/ui/Tabs"
import { appContext } from "~/web/context"
import { severalTexts } from "~/web/form-values"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/poll-roll"

const Query = z.object({
  show: z.enum(rollFilters).catch("all"),
  page: z.coerce.number().int().min(1).catch(1),
  view: z.literal("print").nullable().catch(null),
})

const DeliverForm = z.object({
  ordinals: severalTexts,
  deliveredOn: z.string().trim().default(""),
  means: z.enum(deliveryMeans, "请选怎么送的"),
  to: z.string().trim().max(40, "最多40个字").default(""),
})

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const query = Query.parse({ view: null, ...Object.fromEntries(url.searchParams) })
  const roll = orThrow(
    context,
    await readRollView(ctx, params.pollId, {
      filter: query.show,
      page: query.page,
      isPrinted: query.view === "print",
    }),
  )
  const done = doneWords[url.searchParams.get("done") ?? ""] ?? ""
  return { roll, filter: query.show, isPrinted: query.view === "print", done, community: ctx.community.name }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, DeliverForm)
  if (!read.ok) return invalid(context, read)
  const ordinals = read.value.ordinals.map(Number).filter(Number.isSafeInteger)
  const result = await deliverPapers(context.get(appContext), { pollId: params.pollId, ...read.value, ordinals })
  const to = `${href("/c/:community/polls/:pollId/roll", params)}?show=undelivered&done=deliver`
  return reply(context, result, to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `票册 - ${loaderData?.community ?? ""}议事驿站` }]

const filterNames = { all: "全部", undelivered: "未送达", missing: "未收回" } as const

export default function PollRoll({ loaderData, actionData, params }: Route.ComponentProps) {
  const { roll, filter, isPrinted, done } = loaderData
  const form = actionData?.form
  const here = href("/c/:community/polls/:pollId/roll", params)
  const crumbs = [
    { label: "书面表决", to: href("/c/:community/polls", params) },
    { label: roll.title, to: href("/c/:community/polls/:pollId", params) },
    { label: "票册" },
  ]
  if (isPrinted) return <RollSheet roll={roll} back={here} />
  const to = (one: string, page = 1) => `${here}?${new URLSearchParams({ show: one, page: String(page) })}`
  const from = (roll.page - 1) * roll.rowsPerPage + 1
  return (
    <Page
      title="票册和送达"
      lead={`${roll.title}（${roll.number}）`}
      crumbs={crumbs}
      actions={
        <>
          <ButtonLink to={href("/c/:community/polls/:pollId/papers/:paper", { ...params, paper: "register" })}>
            登记表PDF
          </ButtonLink>
          <ButtonLink to={`${here}?view=print`}>打印发放回收登记</ButtonLink>
        </>
      }
      summary={
        <>
          <ErrorSummary form={form} order={["ordinals", "deliveredOn", "means", "to", "proxyName"]} />
          {done && !form ? <Note kind="ok" live title={done} /> : null}
        </>
      }
    >
      <Tabs
        label="送到、收回了没有"
        items={rollFilters
          .filter(one => one !== "missing" || !roll.isElection)
          .map(one => ({
            to: to(one),
            label: filterNames[one],
            count: roll.counts[one],
            current: one === filter,
          }))}
      />
      <Sheet title="票册" titleHidden flush className="sheet--tabbed">
        {roll.rows.length === 0 ? (
          <Empty title={filter === "undelivered" ? "都送到了" : "没有"} />
        ) : (
          <Form method="post" key={`${filter} ${roll.page} ${roll.total}`}>
            {roll.mayDeliver ? <DeliveryFields form={form} today={roll.today} isElection={roll.isElection} /> : null}
            <RollTable roll={roll} form={form} />
          </Form>
        )}
      </Sheet>
      {roll.pages > 1 ? (
        <Pager
          from={from}
          to={from + roll.rows.length - 1}
          total={roll.total}
          unit="张"
          previous={roll.page > 1 ? to(filter, roll.page - 1) : undefined}
          next={roll.page < roll.pages ? to(filter, roll.page + 1) : undefined}
        />
      ) : null}
      {roll.proxies.length > 0 ? (
        <Sheet title="委托投票名单">
          <p className="soft">委托人和受托人的名单要公布（居委会组织法第19条）。</p>
          <ul>
            {roll.proxies.map(one => (
              <li key={one.name}>
                {one.name}委托{one.proxy}
              </li>
            ))}
          </ul>
        </Sheet>
      ) : null}
      <p>
        <Link to={href("/c/:community/polls/:pollId", params)}>回到这次表决</Link>
      </p>
    </Page>
  )
}
