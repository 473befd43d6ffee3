import type { ColumnSpec } from "~/registry/header-matching"

const column = (key: string, name: string, synonyms: string, required = false): ColumnSpec => ({
  key,
  name,
  synonyms: synonyms.split(" ").filter(Boolean),
  required,
})

const name = column("name", "姓名", "人员姓名 名字 居民姓名 代表姓名 成员姓名 使用人", true)
const phone = column("phone", "手机", "电话 手机号 手机号码 联系电话 电话号码 联系方式 本人电话")
const organization = column("organization", "单位和职务", "单位 工作单位 单位职务 单位及职务 所在单位 职务 单位名称")
const since = column("since", "任期自", "任期开始 任职日期 任职时间 起始日期 当选日期 聘任日期 开始日期 任期起")

const chosenHow = column("chosenHow", "产生方式", "产生办法 推选方式 选举方式 产生途径 推选或委派 如何产生")

/** Columns of each register's table, in the order of its template; an earlier synonym is a better one. */
export const gridColumns: ColumnSpec[] = [
  column("name", "网格名称", "网格 名称 网格名 微网格名称 网格编号", true),
  column("kind", "网格类型", "类型 网格类别 类别 网格性质"),
  column("parent", "上级网格", "所属网格 上级 所属上级网格 上级网格名称 所在网格"),
  column("leader", "网格长", "网格长姓名 网格员 微网格员 负责人 网格负责人 姓名"),
  column("phone", "网格长手机", "网格长电话 手机 电话 联系电话 手机号 手机号码 联系方式"),
  column("scope", "范围", "覆盖范围 管辖范围 网格范围 楼栋 覆盖楼栋 包含楼栋 区域"),
]

export const personColumns: ColumnSpec[] = [
  name,
  phone,
  column("gender", "性别", ""),
  column("address", "住址", "地址 家庭住址 居住地址 楼栋房号 门牌号 房号 现住址 住处"),
  organization,
  column("grid", "网格", "所属网格 所在网格 网格名称"),
  column("note", "备注", "说明 附注"),
]

export const delegateColumns: ColumnSpec[] = [
  name,
  phone,
  column("delegation", "代表类别", "类别 代表类型 代表身份 身份 界别 代表界别 代表 类型", true),
  organization,
  chosenHow,
  since,
]

export const representativeColumns: ColumnSpec[] = [
  name,
  phone,
  column("kind", "身份", "类别 成员类别 成员身份 代表类别 职务"),
  column("residentGroup", "居民小组", "小组 所属小组 居民小组名称 所在小组"),
  since,
]

export const bodyTermColumns: ColumnSpec[] = [
  name,
  phone,
  column("body", "组织名称", "组织 所在组织 机构名称 机构 所属组织 委员会名称"),
  column("post", "职务", "职位 担任职务 现任职务 身份 任职"),
  chosenHow,
  column("basis", "依据", "产生依据 任职依据 文件 文号 备注"),
  since,
  column("until", "任期至", "任期结束 届满日期 到期日期 任期止 离任日期 免职日期"),
]

export const accountColumns: ColumnSpec[] = [
  name,
  column("loginName", "登录名", "用户名 账号 帐号 登录账号 账号名"),
  phone,
  column("roles", "岗位", "角色 权限 岗位角色 身份 职务", true),
]
