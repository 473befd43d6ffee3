/** How much there is of what a community needs before its first meeting. */
export type Beginnings = { delegates: number; venues: number; accounts: number; issues: number }

export type FirstStep = { label: string; why: string; to: string; action: string; isDone: boolean }

/** The way of a newcomer on an empty database, each step helping the next; nothing once all of it is done. */
export function firstSteps(counts: Beginnings, may: { manageAccounts: boolean; importIssues: boolean }): FirstStep[] {
  const steps: FirstStep[] = [
    {
      label: "登记名册",
      why: "网格、人员、代表。有现成的表格就导入，没有就逐个登记。",
      to: "/registers",
      action: "去登记",
      isDone: counts.delegates > 0,
    },
    {
      label: "登记议事点",
      why: "开会的地方，召集会议时选。",
      to: "/venues",
      action: "去登记",
      isDone: counts.venues > 0,
    },
    ...(may.manageAccounts
      ? [
          {
            label: "开账号",
            why: "给社工、网格员、主持人和记录人，每人一个。",
            to: "/accounts",
            action: "开账号",
            // The first is the administrator's own.
            isDone: counts.accounts > 1,
          },
        ]
      : []),
    ...(may.importIssues
      ? [
          {
            label: "导入问题",
            why: "网格报来的问题表直接导入，不用改格式。",
            to: "/imports/new?kind=issues",
            action: "去导入",
            isDone: counts.issues > 0,
          },
        ]
      : []),
  ]
  return steps.every(step => step.isDone) ? [] : steps
}
