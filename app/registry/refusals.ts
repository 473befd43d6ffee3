const fileKinds: Record<string, string> = {
  oldExcel: "这是旧版 Excel 文件（.xls）。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。",
  webPage: "这个文件实际是网页格式的表格。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。",
  picture: "这是一张图片，读不出表格。请上传 .xlsx 或 .csv 文件。",
  pdf: "这是 PDF 文件，读不出表格。请上传 .xlsx 或 .csv 文件。",
  otherOffice: "这个文件不是可以读取的表格（可能是文档、.xlsb 或 .ods）。请另存为 .xlsx 后再上传。",
}

const importStates: Record<string, string> = {
  reading: "文件还在读取，请等读完再确认。",
  failed: "这个文件没有读出来，请改好后重新上传。",
  confirmed: "这次导入已经确认过了，没有重复导入。",
  cancelled: "这次导入已经取消。需要的话请重新上传。",
}

/** What the database holds, beside what this machine signed last. */
const behindWords: Record<string, (d: Record<string, unknown>) => string> = {
  cut: d => `本机记着签到第${d.kept}次，数据库里只到第${d.last}次，后面的不见了`,
  differs: d => `数据库里第${d.kept}次签名和本机记着的不一样`,
  foreign: d => `第${d.kept}次签名以后，数据库里有不是用本机密钥签的`,
  unreadable: () => "本机记着签到第几次的文件坏了，读不出来",
}

const text = (value: unknown) => String(value ?? "")
const list = (value: unknown) => (Array.isArray(value) ? value.map(item => `“${item}”`).join("、") : "")
const megabytes = (value: unknown) => Math.round((Number(value) / 1024 / 1024) * 10) / 10
const thousands = (value: unknown) => text(value).replace(/\B(?=(\d{3})+$)/g, ",")

/** What happened and what to do next, for each code refused by the readers of this room. */
export const registryRefusals: Record<string, (d: Record<string, unknown>) => string> = {
  archive_behind: d =>
    `${behindWords[text(d.fault)]?.(d) ?? "签名和本机记着的对不上"}，没有签名。请先在档案页按“现在核对”看清楚。有意恢复了旧备份的，请管理员在档案页写明原因，接着签名；不是的，请先做一次备份，再查明。`,
  archive_not_behind: () => "签名和本机记着的对得上，不用写明原因。照常按“现在签名”就可以。",
  archive_reason_missing: () => "原因还空着。请写明为什么数据库和本机记着的不一样，以后每次核对都会看到。",
  drawing_failed: () => "这份文件没有做出来。请再做一次；还不行，请把下面的编号告诉管理员。",
  drawing_lost: () => "服务中途停过，这份文件没有做完。请再做一次。",
  unknown_file_type: d => fileKinds[text(d.kind)] ?? "这个文件不是表格。请上传 .xlsx 或 .csv 文件。",
  file_too_large: d =>
    `文件有 ${megabytes(d.bytes)} MB，超过 ${megabytes(d.limit)} MB 的上限。请删去图片或分成几个文件后再上传。`,
  spreadsheet_too_large_when_unpacked: () =>
    "这个表格展开后过大，为安全起见没有读取。请把需要的内容复制到新表格，另存为 .xlsx 后再上传。",
  unreadable_encoding: () => "文件里的文字编码无法识别。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。",
  spreadsheet_damaged: () => "表格文件不完整或已损坏，没有读取任何内容。请重新保存或重新下载后再上传。",
  spreadsheet_password: () => "表格设有打开密码。请在 Excel 或 WPS 中取消密码，保存后再上传。",
  too_many_rows: d =>
    `表格超过 ${thousands(d.limit)} 行。请分成几个文件上传；如果实际没有这么多行，请删去表格下方的空行。`,
  too_many_columns: d => `表格右侧第 ${thousands(d.limit)} 列以后还有内容。请删去右侧多余的列，保存后再上传。`,
  no_data: () => "表格里没有内容。请确认选对了文件，填好后再上传。",
  no_header_recognised: d =>
    `没有找到表头。需要有${list(d.needed)}这样的列，表里看到的是${list(d.seen) || "空白"}。请补上表头后再上传。`,
  header_ambiguous: d =>
    `“${text(d.sheet)}”里有不止一列可以作为“${text(d.name)}”：${list(d.headers)}。请改掉其中一列的名称后再上传。`,
  date_not_read: d => `日期“${text(d.text)}”看不明白，请写成 2026-10-09 的样子`,
  date_without_day: d => `日期“${text(d.text)}”没有写明哪一天，请写成 2026-10-09 的样子`,
  date_month_wrong: d => `日期“${text(d.text)}”有误：没有${text(d.month)}月`,
  date_does_not_exist: d =>
    d.year
      ? `日期“${text(d.text)}”有误：${text(d.year)}年${text(d.month)}月没有${text(d.day)}日`
      : `日期“${text(d.text)}”有误：${text(d.month)}月没有${text(d.day)}日`,
  date_day_unclear: d =>
    `日期“${text(d.text)}”分不清是${text(d.text).replace(".", "月")}日还是${text(d.text).replace(".", "月")}0日，请写成 2026-10-09 的样子`,
  number_not_read: d => `“${text(d.text)}”不是数字`,
  phone_wrong_length: d => `电话“${text(d.text)}”位数不对，有${text(d.digits)}位`,
  phone_not_read: d => `电话“${text(d.text)}”里有数字以外的字`,
  phone_several: d => `“${text(d.text)}”里有不止一个电话，请只留一个`,
  phone_scientific: d => `电话变成了“${text(d.text)}”，请把这一列设为文本格式后重新填写`,
  file_missing: () => "还没有选文件。请选一个 .xlsx 或 .csv 文件。",
  import_reading_failed: () => "这个文件没有读完，没有导入任何内容。请另存为 .xlsx 后再上传一次。",
  import_not_ready: d => importStates[text(d.state)] ?? "这次导入现在不能改。请回到导入页看看。",
  import_has_errors: d => `还有${text(d.count)}行有误。请改好文件重新上传，或者按“有误的行不导入”。`,
  import_undecided: d => `还有${text(d.count)}行与已有的相像，没有选怎么办。请选好再确认。`,
  import_nothing_to_do: () => "没有要导入的内容：每一行都已在册或被跳过。",
  import_outdated: () => "预览之后，册上的内容有了变动，这次没有导入。请按“重新核对”，看过再确认，已选的会留着。",
  import_choice_unknown: () => "没有这个选法。请从列出的几项里选。",
  photo_missing: () => "请先选一张照片。",
  photo_too_large: d => `照片最大${text(d.megabytes)}MB。请在手机上缩小，或者截一张图再传。`,
  photo_not_image: () => "这个文件不是照片。请选 JPG、PNG 或 WebP 照片。",
  photo_heic: () => "这是苹果手机的 HEIC 照片，这里打不开。请在手机上另存为 JPG，或者截一张图再传。",
  photo_unreadable: () => "这张照片打不开，可能没有传完整，或者大得不合常理。请换一张再传。",
  too_many_photos: d => `最多${text(d.most)}张照片，已经够了，这一张没有收下。`,
  characters_missing: d =>
    `字库里没有这些字：${list(d.characters)}，文件没有印成。请换成通用的写法，或请管理员补上字体。`,
  sheet_number_unknown: () => "没有查到这个编号的文书。请照纸上印的编号再填一次，例如：振社公〔2026〕1号。",
  sheet_file_unknown: () =>
    "这个文件与在册的文书都不相同：可能被改动过，或者不是这里印发的。请向社区居民委员会索取原件核对。",
}
