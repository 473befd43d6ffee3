export type Gender = "女" | "男"

/** 复姓 in use today, so that 欧阳某某 is not called 欧女士. */
const compoundSurnames = new Set(
  (
    "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 " +
    "仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 " +
    "段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 " +
    "南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师 吴铭 纳兰 完颜 叶赫 那拉"
  ).split(" "),
)

/** The surname of a Han name; of any other name its first character. Characters beyond the basic plane stay whole. */
export function surnameOf(name: string): string {
  const characters = Array.from(name.trim())
  const firstTwo = characters.slice(0, 2).join("")
  return characters.length > 2 && compoundSurnames.has(firstTwo) ? firstTwo : (characters[0] ?? "")
}

/**
 * A resident's name for whatever leaves the house: 王女士, 张先生, or 张* where the gender is unknown or should not show.
 * One asterisk whatever the length. A name which is already only a form of address (寅女士) stays.
 * 个人信息保护法第25条: no publication without separate consent; 第51条: de-identification.
 */
export function maskName(name: string, gender?: Gender | null): string {
  const trimmed = name.trim()
  if (trimmed === "") return ""
  const surname = surnameOf(trimmed)
  if (["女士", "先生"].some(address => trimmed === surname + address)) return trimmed
  // 阿依古丽·买买提 and John Smith have no Han surname in front: a form of address would be wrong.
  const hasSurname = /^\p{Script=Han}+$/u.test(trimmed) && Array.from(trimmed).length <= 4
  if (!gender || !hasSurname) return `${surname}*`
  return `${surname}${gender === "女" ? "女士" : "先生"}`
}

/** 139****0001; a landline keeps its last four digits; anything shorter shows nothing. Public editions print no number at all. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, "")
  if (/^(86)?1\d{10}$/.test(digits)) {
    const mobile = digits.slice(-11)
    return `${mobile.slice(0, 3)}****${mobile.slice(-4)}`
  }
  return digits.length >= 8 ? `****${digits.slice(-4)}` : "****"
}

const strokes = new Intl.Collator("zh-u-co-stroke")
const pinyin = new Intl.Collator("zh-u-co-pinyin")

/** 以姓氏笔画为序: a new list; names written alike keep their order. */
export function sortByStrokes<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  return items.toSorted((a, b) => strokes.compare(nameOf(a), nameOf(b)))
}

/** By pinyin: a new list; names written alike keep their order. */
export function sortByPinyin<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  return items.toSorted((a, b) => pinyin.compare(nameOf(a), nameOf(b)))
}
