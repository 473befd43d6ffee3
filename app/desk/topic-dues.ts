import type { CivilDate } from "~/law/civil-date"
import { dueWords } from "./day-words"
import { type DueMatter, duesOfPile, emptyPile, type Pile } from "./due-matter"

/** A topic whose fieldwork is owed by a day. */
export type DeskFieldwork = { topicId: string; title: string; returnOn: CivilDate | null }

export type DeskTopics = {
  toTakeUp: Pile
  toPropose: Pile
  /** With a proposal, and nobody has judged yet who decides it. */
  toRoute: Pile
  /** 重要事项 which the party organization has not agreed to yet. */
  toStudy: Pile
  /** Decided on paper, and no poll was drafted for them. */
  toPoll: Pile
  ready: Pile
  fieldwork: DeskFieldwork[]
}
export const noTopics: DeskTopics = {
  toTakeUp: emptyPile,
  toPropose: emptyPile,
  toRoute: emptyPile,
  toStudy: emptyPile,
  toPoll: emptyPile,
  ready: emptyPile,
  fieldwork: [],
}

/**
 * What 协商 asks for: issues to take up, proposals to write, procedures to judge, party study to record, fieldwork to bring
 * back, topics to put to a poll or on an agenda.
 */
export function duesOfTopics(
  { toTakeUp, toPropose, toRoute, toStudy, toPoll, ready, fieldwork }: DeskTopics,
  today: CivilDate,
): DueMatter[] {
  return [
    ...fieldwork.map(
      ({ topicId, title, returnOn }): DueMatter => ({
        key: `fieldwork ${topicId}`,
        ...(returnOn
          ? dueWords(returnOn, today, "调研回来")
          : { when: "待调研", whenNote: "没有定日期", late: false, dueOn: null }),
        title: `记调研结果：${title}`,
        reasons: ["会上定了先调研再商量"],
        to: `/topics/${topicId}#fieldwork`,
        action: "记调研",
      }),
    ),
    ...duesOfPile(
      toTakeUp,
      today,
      { key: "toTakeUp", one: "做成议题", many: count => `${count}个要协商的问题还没有做成议题`, action: "做成议题" },
      { one: id => `/topics/new?issue=${id}`, many: "/topics/new" },
    ),
    ...duesOfPile(
      toPropose,
      today,
      { key: "toPropose", one: "写方案", many: count => `${count}个议题还没有方案`, action: "写方案" },
      { one: id => `/topics/${id}/proposal`, many: "/topics?state=proposed" },
    ),
    ...duesOfPile(
      toRoute,
      today,
      { key: "toRoute", one: "判断程序", many: count => `${count}个议题还没有判断程序`, action: "去判断" },
      { one: id => `/topics/${id}/procedure`, many: "/topics?state=prepared" },
    ),
    ...duesOfPile(
      toStudy,
      today,
      { key: "toStudy", one: "先经党组织研究", many: count => `${count}个议题要先经党组织研究`, action: "记研究" },
      { one: id => `/topics/${id}/study`, many: "/topics?state=prepared" },
    ),
    ...duesOfPile(
      toPoll,
      today,
      { key: "toPoll", one: "办书面表决", many: count => `${count}个议题已备好，要书面表决`, action: "去办" },
      { one: id => `/polls/new?topic=${id}`, many: "/polls/new" },
    ),
    ...duesOfPile(
      ready,
      today,
      { key: "ready", one: "召集会议商量", many: count => `${count}个议题已备好，可以召集会议`, action: "召集会议" },
      { one: () => "/meetings/new", many: "/meetings/new" },
    ),
  ]
}
