/** The sources which several presets cite, each written one way. */
export const committeeAct = "《中华人民共和国城市居民委员会组织法》（2025年修订）"
export const civilCode = "《中华人民共和国民法典》"
export const ownershipInterpretation =
  "《最高人民法院关于审理建筑物区分所有权纠纷案件适用法律若干问题的解释》（2020年修正）"
export const propertyRegulation = "《物业管理条例》（2018年修正）"

/** 党内法规: binds every branch, though it is no law. */
export const branchRegulation = "《中国共产党支部工作条例（试行）》"

/** Where no law speaks: the value is the community's own. */
export const local = "本社区议事规则（法律未规定）"
/** Where no law speaks: the value is for the owners of the estate to set. */
export const estateRule = "本小区业主大会议事规则（法律未规定）"

export const archiveArticle = `${committeeAct}第三十九条要求建立居务档案，未规定年限；年限由本社区档案制度确定`
