import type { Sentences } from "~/web/refusals"

const who = (d: Record<string, unknown>) => (typeof d.name === "string" && d.name ? d.name : "您")

const matterOf = (d: Record<string, unknown>) => (d.ofMotion ? "这件表决事项" : "这一项")

export const speakingRefusals: Sentences = {
  no_speaking_now: () => "会议现在没有在进行，不能登记和安排发言。开会或者复会以后再按。",
  no_item_in_hand: () => "这次会议没有议程，不能登记发言。请社工在会议页补上议程。",
  left_the_room: () => "您现在不在场，不能登记发言。人在会场的，请到签到台登记。",
  speaker_not_here: d => `${d.name}现在不在场，不能安排发言。请先叫下一位；人到了的，请在签到台登记。`,
  already_in_queue: d => `${who(d)}已经在发言名单里，不用再登记。要换态度的，请先撤回，再登记。`,
  speech_limit_reached: d =>
    d.name
      ? `${d.name}对${matterOf(d)}的发言已经满${d.times}次。要再说的，请主持人在已发言名单里按“再给一次”。`
      : `您对${matterOf(d)}的发言已经满${d.times}次。还有话要说，请举手，由主持人决定。`,
  chair_grants_more: () => "次数满了再发言，要由主持人决定。请主持人来按“再给一次”。",
  no_longer_waiting: d => `${d.name ?? "这一条"}已经不在等候，可能刚刚叫过或者撤回了。请看现在的名单。`,
  someone_is_speaking: d => `${d.name}正在发言，一次一人。请等${d.name}说完，按“结束发言”，再请下一位。`,
  not_speaking: d => `${d.name || "这一位"}现在没有在发言，可能刚刚结束了。请看现在的名单。`,
  clock_stands: () => "已经停表了。要接着计时，请按“继续计时”。",
  clock_runs: () => "正在计时，不用再按。",
  turn_not_begun: d => `${d.name}这一次还没有发言，不能记要点。请看现在的发言名单。`,
  gist_already_taken: d => `${d.name}这一次发言已经记过要点。要改的，请在下面的发言里按“修改”。`,
}
