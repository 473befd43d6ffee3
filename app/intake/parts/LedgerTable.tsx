import type { Channel, IssueState, Triage } from "#db/schema/intake"
import type { IssueTab, LedgerRow, listIssues } from "~/intake/ledger"
import { issueStateNames, triageNames } from "~/intake/rules"
import { Badge, type BadgeKind } from "~/ui/Badge"
import { Empty } from "~/ui/Empty"
import { Pager } from "~/ui/Pager"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"
import { Tabs } from "~/ui/Tabs"

/** The ledger's address: what is searched, which tab, which page. */
export type LedgerQuery = {
  q: string
  grid: string
  channel: Channel | ""
  triage: Triage | ""
  tab: IssueTab
  page: number
}

type Ledger = Extract<Awaited<ReturnType<typeof listIssues>>, { ok: true }>["value"]

const tabNames: Record<IssueTab, string> = {
  open: "在办",
  unanswered: "未答复",
  reported: "待受理",
  accepted: "待处置",
  sorted: "办理中",
  closed: "已办结",
  all: "全部",
}

const stateKinds: Record<IssueState, BadgeKind> = {
  reported: "todo",
  accepted: "todo",
  sorted: "doing",
  closed: "done",
}

/** A state as a shape and a word. */
export const StateBadge = ({ state }: { state: IssueState }) => (
  <Badge kind={stateKinds[state]}>{issueStateNames[state]}</Badge>
)

export function LedgerTable({ home, query, ledger }: { home: string; query: LedgerQuery; ledger: Ledger }) {
  const at = (change: Partial<LedgerQuery>) => addressOf(home, { ...query, page: 1, ...change })
  const { counts, rows, page, pages } = ledger
  const isFiltered = Boolean(query.q || query.grid || query.channel || query.triage)
  return (
    <>
      <Tabs
        label="按状态"
        items={(Object.keys(tabNames) as IssueTab[]).map(tab => ({
          to: at({ tab }),
          label: tabNames[tab],
          count: counts[tab],
          current: tab === query.tab,
        }))}
      />
      <Sheet className="sheet--tabbed" title={`${tabNames[query.tab]}的问题`} titleHidden flush>
        {rows.length > 0 ? (
          <Table
            caption={`${tabNames[query.tab]}的问题，${query.tab === "unanswered" ? "先到时限的" : "新登记的"}在前`}
            className="ledger"
            columns={[
              { label: "编号" },
              { label: "事项" },
              { label: "人数", numeric: true },
              { label: "来自" },
              { label: "处置" },
              { label: "状态" },
              { label: query.tab === "unanswered" ? "答复时限" : "提出时间", numeric: true },
            ]}
          >
            {rows.map(row => (
              <IssueRow key={row.id} to={`${home}/${row.id}`} row={row} byDue={query.tab === "unanswered"} />
            ))}
          </Table>
        ) : (
          <Empty title={isFiltered ? "没有找到这样的问题" : "这里还没有问题"}>
            {isFiltered ? "换几个字，或者把筛选改回“全部”。" : "网格表导入或逐条登记后，会列在这里。"}
          </Empty>
        )}
      </Sheet>
      {rows.length > 0 ? (
        <Pager
          from={ledger.from}
          to={ledger.to}
          total={counts[query.tab]}
          previous={page > 1 ? at({ page: page - 1 }) : undefined}
          next={page < pages ? at({ page: page + 1 }) : undefined}
        />
      ) : null}
    </>
  )
}

function IssueRow({ to, row, byDue }: { to: string; row: LedgerRow; byDue: boolean }) {
  return (
    <Row>
      <Cell className="no">
        <span className="vh">{row.number}</span>
        <span aria-hidden="true">{row.sequence}</span>
      </Cell>
      <RowHead to={to} sub={row.place}>
        {row.title}
      </RowHead>
      <Cell label="人数" numeric>
        {row.supporterCount}
      </Cell>
      <Cell label="来自" sub={row.gridName ? row.channel : undefined}>
        {row.gridName || row.channel}
      </Cell>
      <Cell label="处置" sub={row.handler || undefined}>
        {row.triage ? triageNames[row.triage] : "未定"}
      </Cell>
      <Cell label="状态" sub={row.isMerged ? "已并入" : undefined}>
        <StateBadge state={row.state} />
        {row.daysLate > 0 && !row.isMerged ? <Badge kind="late">逾期{row.daysLate}天</Badge> : null}
      </Cell>
      <Cell label={byDue ? "时限" : "提出"} numeric>
        {byDue ? row.answerDueOn : row.reportedOn}
      </Cell>
    </Row>
  )
}

function addressOf(home: string, query: LedgerQuery): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    const isUsual = value === "" || (name === "tab" && value === "open") || (name === "page" && value === 1)
    if (!isUsual) search.set(name, String(value))
  }
  return search.size > 0 ? `${home}?${search}` : home
}
