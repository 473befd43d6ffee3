import { href, Link } from "react-router"
import type { ImportKind } from "#db/schema/registry-imports"
import { Badge } from "~/ui/Badge"
import { Sheet } from "~/ui/Sheet"

type Counts = { grids: number; persons: number; delegates: number; accounts: number; estates: number; bodies: number }

/** What to do first on an empty database, in the order in which each step helps the next. */
export function RegisterSteps({
  community,
  counts,
  managesAccounts,
}: {
  community: string
  counts: Counts
  managesAccounts: boolean
}) {
  const imports = (kind: ImportKind) => `${href("/c/:community/imports/new", { community })}?kind=${kind}`
  const template = (kind: ImportKind) => `${href("/c/:community/registers/template.xlsx", { community })}?kind=${kind}`
  const steps = [
    {
      kind: "grids",
      label: "网格",
      by: href("/c/:community/registers/grids", { community }),
      isDone: counts.grids > 0,
      why: "问题按网格归口，人员按网格登记。",
    },
    {
      kind: "persons",
      label: "人员",
      by: href("/c/:community/registers/persons/new", { community }),
      isDone: counts.persons > 1,
      why: "有现成名单就导入；没有可以跳过，登记代表时会一并登记。",
    },
    {
      kind: "units",
      label: "小区和房屋",
      by: `${href("/c/:community", { community })}/registers/estates`,
      isDone: counts.estates > 0,
      why: "业主表决从房屋清册取票册；先登记小区，再导入房屋。不办业主表决可以跳过。",
    },
    {
      kind: "bodyTerms",
      label: "组织和任期",
      by: href("/c/:community/registers/bodies/new", { community }),
      isDone: counts.bodies > 0,
      why: "居委会、业委会、党支部等，先登记组织，再导入花名册。",
    },
    {
      kind: "delegates",
      label: "代表",
      by: href("/c/:community/registers/delegates/new", { community }),
      isDone: counts.delegates > 0,
      why: "召集会议时从这里选人。",
    },
    {
      kind: "venues",
      label: "议事点",
      by: `${href("/c/:community", { community })}/venues`,
      isDone: false,
      why: "召集会议时选地点。",
    },
    ...(managesAccounts
      ? [
          {
            kind: "accounts",
            label: "账号",
            by: href("/c/:community/accounts/new", { community }),
            isDone: counts.accounts > 1,
            why: "给社工、网格员和其他要登录的人。",
          },
        ]
      : []),
  ] as { kind: ImportKind; label: string; by: string; isDone: boolean; why: string }[]
  return (
    <Sheet title="刚开始用，按这个次序登记">
      <ol className="stack">
        {steps.map((step, at) => (
          <li key={step.kind}>
            <p>
              <b>
                第{at + 1}步　{step.label}
              </b>{" "}
              {step.isDone ? <Badge kind="done">已登记</Badge> : null}
            </p>
            <p className="soft">{step.why}</p>
            <p className="row">
              <Link to={imports(step.kind)}>
                从表格导入<span className="vh">{step.label}</span>
              </Link>
              {step.kind === "venues" || step.kind === "units" ? null : (
                <Link to={template(step.kind)} reloadDocument>
                  下载空白表格<span className="vh">（{step.label}）</span>
                </Link>
              )}
              <Link to={step.by}>
                逐个登记<span className="vh">{step.label}</span>
              </Link>
            </p>
          </li>
        ))}
      </ol>
    </Sheet>
  )
}
