import { type ChosenHow, chosenHows } from "#db/words"

export { type ChosenHow, chosenHows }

/** How someone came to a seat or an office. */
export const chosenHowNames: Record<ChosenHow, string> = { elected: "推选", appointed: "委派", invited: "邀请" }

export const chosenHowHints: Record<ChosenHow, string> = {
  elected: "居民、党员或业主推选、选举产生",
  appointed: "所在单位或组织委派",
  invited: "社区邀请",
}

const synonyms: Record<ChosenHow, readonly string[]> = {
  elected: ["推选", "选举", "推举", "当选", "民选", "换届选举", "补选", "选举产生", "推选产生"],
  appointed: ["委派", "指派", "单位委派", "选派", "任命", "派驻", "兼任", "组织委派"],
  invited: ["邀请", "特邀", "聘请", "聘任", "受邀", "社区邀请"],
}

/** What a list writes of it; null when it says something else. */
export function parseChosenHow(text: string): ChosenHow | null {
  const word = text.normalize("NFKC").replace(/\s/g, "")
  return chosenHows.find(how => synonyms[how].includes(word)) ?? null
}

/** For radio buttons. */
export const chosenHowOptions = chosenHows.map(value => ({
  value,
  label: chosenHowNames[value],
  hint: chosenHowHints[value],
}))
