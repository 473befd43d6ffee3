import type { Sentences } from "~/web/refusals"

export const boardRefusals: Sentences = {
  filled_by_program: () =>
    "这份表单像是程序自动填的，没有收下。请重新打开本页，用手再填一次；也可以打电话或到社区办公室说。",
  sent_too_often: () => "您这里一小时内报的次数多了，没有收下。您填的都还在，请过一小时再报；急的事请打电话给社区。",
  board_too_busy: () => "这会儿报上来的太多，没有收下。您填的都还在，请过一会儿再报；急的事请打电话给社区。",
  sheet_number_missing: () => "请填纸上印的核验码或者编号。",
  sheet_code_unknown: () =>
    "没有查到这个核验码的文书。请照纸上二维码旁边的16位再填一次；还查不到，这张纸可能不是社区印的，请到社区办公室问。",
  sheet_file_missing: () => "请选一个文件，再按核对。",
}
