import { retentionSource } from "~/registry/retention"

/** What whoever opens a package reads first. */
export const archiveReadme = (community: string, year: number): string =>
  `${community}${year}年档案包

一、里面有什么
  永久、30年、10年    按保管期限分的文件夹，其下一事一夹。每份文书旁边的“.facts.json”是它所依据的数据。
  index.xlsx          归档文件目录：件号、档号、文号、题名、责任者、日期、保管期限、页数等。
  index.csv           同一目录，供别的系统导入（UTF-8）。
  index.json          同一目录，供程序读取。
  digests.json        档案的签名摘要和公钥。
  check-digest.mjs    离线核对的程序。

二、几点说明
  1. 档号里没有全宗号，由接收的档案馆（室）加在前面。“WS”是文书档案，“Y”是永久，“D30”“D10”是定期30年、10年。
  2. 件号在同一年度、同一保管期限内按归档先后排列。责任者统一写居民委员会。日期是归档日期。
  3. 页数只有PDF文件有。状态是下载这个包时的状态：有效、已有新版、已撤回。
  4. 签到条含签到码，满意度评议表含查询码，目录里有，文件不在包里。表决票、发放回收登记表、计票单、履职清单等只限
     有权查看的人，下载的人无权查看的，也只在目录里，备注写明。
  5. ${retentionSource}

三、怎样核对
  解开这个包，装有Node.js（20以上）的电脑上，在解开的文件夹里运行：
      node check-digest.mjs digests.json .
  程序重新计算每个文件的SHA-256，再按digests.json里的次序重算每一次签名摘要，核对签名；再看签名收过的当年文书，
  index.json里是不是一份不少，题名、文号、版次、格式、日期、经办人是不是和归档时一样。
  撤回的原因、时间、经办人也在签名里：目录里写已撤回的，签名里要有；签名里有的，目录里也要写。
  “有效”“已有新版”、备注、页数不在签名里。index.xlsx和index.csv供阅读，以index.json为准。
  另有一份从前在公示栏“核对文书”页下载的摘要文件（比如第三方留存的），再加在后面一起核对：
      node check-digest.mjs digests.json . 留存的摘要.json
  两份对得上，说明从那时到现在，文书没有改过、少过，也没有在中间补过。

四、摘要怎样算
  每份文书一行：文书标识 空格 文件的SHA-256 空格 内容的SHA-256 空格 登记的SHA-256 空格 归档时刻（UTC，精确到毫秒）。
  登记是index.json里每份文书的“registered”，键按字母排序，没有空格：
      {"createdBy":…,"format":…,"kind":…,"number":…,"subjectId":…,"subjectKind":…,"title":…,"version":…}
  每次撤回另有一行：“withdrawal” 空格 文书标识 空格 撤回的SHA-256 空格 撤回时刻。撤回是index.json里的“withdrawn”：
      {"documentId":…,"reason":…,"withdrawnAt":…,"withdrawnBy":…}
  公示版的放行、撤回，以及中断后接着签名，每条记录也有一行：“entry” 空格 记录标识 空格 记录的SHA-256 空格 时刻。
  摘要 = SHA-256（前一次的摘要加换行，再加排好序的各行，每行末尾一个换行）；第一次的前一次为空。
  签名是Ed25519，签的是这样一段JSON，键按字母排序，没有空格：
      {"at":…,"communityId":…,"digest":…,"documentCount":…,"previousDigest":…,"sequence":…}
  公钥是32字节原始公钥的base64，签名也是base64。内容的SHA-256是“.facts.json”文件的SHA-256。
`
