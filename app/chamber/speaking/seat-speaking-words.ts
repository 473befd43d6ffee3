import type { SeatSpeakingView } from "./seat-speaking"

/** The heading of a tablet's speaking: my turn, my place, or that I may ask. */
export function seatSpeakingHeading(view: SeatSpeakingView): string {
  const { mine, isHeld, own, isAtLimit, times } = view
  if (mine) return "轮到您了，请发言"
  if (isHeld) return "先处理程序问题，接着还是您说"
  if (own.length > 0) return own.map(placeWords).join("，")
  if (isAtLimit) return spentWords(view)
  return times > 0 ? `您已发言${times}次，还可以再说` : "您可以登记发言"
}

/** That no time is left on the motion, or on the item where none stands. */
export const spentWords = ({ motionOrdinal, times }: SeatSpeakingView): string =>
  `${motionOrdinal === null ? "这一项" : "这件表决事项"}您已发言${times}次`

const placeWords = ({ place, stanceName }: SeatSpeakingView["own"][number]) =>
  place === 1 ? `下一位就是您（${stanceName}）` : `您排在第${place}位（${stanceName}）`

/** What a screen reader is told of it when it changes; empty where nothing concerns this delegate. */
export const announceSpeaking = (speaking: SeatSpeakingView | null): string =>
  speaking && (speaking.mine || speaking.isHeld || speaking.own.length > 0) ? seatSpeakingHeading(speaking) : ""
