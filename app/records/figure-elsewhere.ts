/** Whether a figure in a sentence is told of another occasion than this meeting: its votes are not the record's. Pure. */

/** What was said before this meeting, at another place, by another body. */
const elsewhere =
  /去年|前年|此前|以往|原先|征求意见|征集|问卷|入户|走访|调研|摸底|网上|线上|微信群|接龙|签名|党支部|支委会|党员大会|小组会|业主大会|居民代表会议|居民会议|另一|其他小区|邻近小区/
const earlierMeeting = /上次|上一次|上一回|上回|前次|上届/
const eitherWord = new RegExp(`${earlierMeeting.source}|${elsewhere.source}`, "g")
const hereAgain = /本次|这次|此次|这一次|这一回|这回|今天|本项|当场|会议表决|经表决|表决结果|投票结果/

/** Of the figure at that place: whether the words before it speak of another occasion and come back to this one nowhere. */
export function isElsewhere(sentence: string, at: number): boolean {
  const before = sentence.slice(0, at)
  const told = [...before.matchAll(eitherWord)].at(-1)
  if (!told) return false
  const between = before.slice(told.index + told[0].length)
  if (!earlierMeeting.test(told[0])) return !hereAgain.test(between)
  const rest = between.replace(ownVote, "")
  return !hereAgain.test(rest) && speaksOfIt(between)
}

/** 上次会议表决时, 上次会议的表决结果: its own vote, not this one's. */
const ownVote = /^(?:居民代表会议|协商议事会|议事会|会议|协商)?(?:的)?(?:表决|投票)(?:结果)?/
/** 上次会议提出的方案, 按上次会议的意见修改后: what came of it is voted on here. */
const onlyNamed =
  /的(?!表决|投票|结果|会议|协商|票数)|提出|提到|讨论(?!时|中)|遗留|意见|要求|修改|基础|以后|之后|后$|后来|相比|不同|一样|以来/
/** 上次会议没有通过, 上次会议时: the clause that follows goes on with it. */
const goesOn =
  /会议$|协商$|表决$|投票$|结果$|[时中上里]$|通过|未形成|没有作出|[0-9０-９一二三四五六七八九十两]\s*(?:票|人|名|位)/
const anotherSubject = /^\s*(?:经|会议|代表|大家|与会|最终|最后|修改|完善|再次|重新|方案|该|这|本|现)/

/** Whether the words after 上次 tell what happened there, clause by clause, and do not only name it. */
function speaksOfIt(between: string): boolean {
  const [first = "", ...later] = between.split(/[，,]/)
  if (onlyNamed.test(first)) return false
  return later.length === 0 || (goesOn.test(first) && !later.some(clause => anotherSubject.test(clause)))
}
