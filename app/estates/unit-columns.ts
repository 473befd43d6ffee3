import type { ColumnSpec } from "~/registry/header-matching"

const column = (key: string, name: string, synonyms: string, required = false): ColumnSpec => ({
  key,
  name,
  synonyms: synonyms.split(" ").filter(Boolean),
  required,
})

/** Columns of a 房屋清册, in the order of its template; an earlier synonym is a better one. */
export const unitColumns: ColumnSpec[] = [
  column("estate", "小区", "小区名称 所属小区 项目名称 项目 物业小区 楼盘"),
  column("building", "楼栋", "栋 幢 座 栋号 幢号 楼号 楼栋号 楼幢号 楼幢 座号 号楼 楼栋名称 楼座 楼"),
  column("entrance", "单元", "单元号 门洞 梯位"),
  column(
    "room",
    "房号",
    "室号 房间号 房室号 户号 房屋编号 房屋号 门牌号 室 车位号 房屋坐落 坐落 坐落位置 房屋地址 地址",
    true,
  ),
  column("use", "用途", "房屋用途 规划用途 房屋类型 物业类型 房屋性质 类型 性质"),
  column("area", "建筑面积", "产权面积 登记面积 证载面积 房屋面积 建筑面积m2 面积m2 实测面积 合同面积 面积", true),
  column("areaSource", "面积依据", "面积来源 依据"),
  column("owner", "业主姓名", "业主 业主名称 产权人 产权人姓名 权利人 所有权人 房主 户主 姓名"),
  column("coOwner", "共有人", "共有人姓名 其他共有人 共有权人"),
  column("share", "共有份额", "份额 产权份额 共有情况 共有方式"),
  column("phone", "联系电话", "电话 手机 手机号 手机号码 电话号码 联系方式 业主电话"),
  column("holding", "交付状态", "交房状态 销售状态 交付情况 是否交付 状态"),
  column("note", "备注", "说明 附注"),
]

/** A row as it may be filled in, of plainly invented people. */
export const unitExample = [
  "银杏家园",
  "12栋",
  "2单元",
  "102室",
  "住宅",
  "98.53",
  "登记簿",
  "甲一（示例，请删去本行）",
  "",
  "",
  "13900000001",
  "已交付",
  "",
]
