import type { DueMatter } from "./due-matter"

/** A version of the rulebook that waits for another hand; `isOwn` are the viewer's drafts. */
export type DeskVersion = {
  versionId: string
  preset: string
  /** 居民会议（第2版） */
  name: string
  state: "draft" | "checked"
  draftedBy: string
  checkedBy: string
  isOwn: boolean
}

/** What this person may do of them. */
export type RulebookPowers = { check: boolean; enable: boolean }

/** Drafts for whoever did not draft them, then what was checked for whoever puts it in force. */
export function duesOfRulebook(versions: readonly DeskVersion[], powers: RulebookPowers): DueMatter[] {
  const frame = ({ versionId, preset }: DeskVersion) => ({
    key: `rulebook ${versionId}`,
    late: false,
    dueOn: null,
    to: `/rulebook/${preset}/${versionId}`,
  })
  const toCheck = versions.filter(one => one.state === "draft" && !one.isOwn && powers.check)
  const toEnable = versions.filter(one => one.state === "checked" && powers.enable)
  return [
    ...toCheck.map(
      (one): DueMatter => ({
        ...frame(one),
        when: "待核对",
        whenNote: "核对才能启用",
        title: `核对规程：${one.name}`,
        reasons: [`${one.draftedBy}起草，须由第二个人照出处核对`],
        action: "核对",
      }),
    ),
    ...toEnable.map(
      (one): DueMatter => ({
        ...frame(one),
        when: "待启用",
        whenNote: "已经核对",
        title: `启用规程：${one.name}`,
        reasons: [`${one.draftedBy}起草，${one.checkedBy}核对`],
        action: "去启用",
      }),
    ),
  ]
}
