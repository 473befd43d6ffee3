import { Form, href, Link } from "react-router"
import type { EditionView } from "~/records/edition-views"
import { ifPosted } from "~/records/field-names"
import { Badge } from "~/ui/Badge"
import { Button, ButtonLink } from "~/ui/Button"
import { CheckField } from "~/ui/CheckField"
import { DateField } from "~/ui/DateField"
import { Facts } from "~/ui/Facts"
import { type FormView, field } from "~/ui/form-view"
import { Sheet } from "~/ui/Sheet"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"

type EditionAsideProps = { edition: EditionView; community: string; today: string; form?: FormView }

/** Where an edition stands, and what this person can do with it now. */
export function EditionAside({ edition, community, today, form }: EditionAsideProps) {
  return (
    <>
      <Sheet title="办到哪一步">
        <p>
          <EditionBadge edition={edition} />
        </p>
        <Facts
          items={[
            { label: "编号", value: edition.number },
            { label: "起草", value: `${edition.authorName}，${edition.createdOn}` },
            { label: "放行", value: edition.releasedOn ? `${edition.releasedBy}，${edition.releasedOn}` : "" },
            { label: "来自", value: <Source edition={edition} community={community} /> },
          ]}
        />
        {edition.state === "draft" ? <Release edition={edition} form={form} /> : null}
        {edition.can.print ? <Print edition={edition} /> : null}
        {edition.notice ? (
          <ButtonLink wide to={href("/c/:community/notices/:noticeId", { community, noticeId: edition.notice.id })}>
            看张贴情况和异议
          </ButtonLink>
        ) : null}
      </Sheet>
      {edition.sheets.length > 0 ? <Sheets edition={edition} community={community} /> : null}
      {edition.can.post ? <Post today={today} form={form} /> : null}
      {edition.can.withdraw ? <Withdraw form={form} /> : null}
    </>
  )
}

/** The usual sheet, and the large one for the board. */
function Print({ edition }: { edition: EditionView }) {
  const hasSheet = edition.sheets.some(sheet => !sheet.isPoster)
  const hasPoster = edition.sheets.some(sheet => sheet.isPoster)
  return (
    <Form method="post" className="stack" preventScrollReset>
      <Button wide name="intent" value="print" kind={hasSheet ? "plain" : "main"}>
        {hasSheet ? "重新印成PDF" : "印成PDF"}
      </Button>
      <Button wide name="intent" value="printPoster">
        {hasPoster ? "重新打印大字版（A3）" : "打印大字版（A3）"}
      </Button>
    </Form>
  )
}

function EditionBadge({ edition }: { edition: EditionView }) {
  if (edition.state === "withdrawn") return <Badge kind="stop">已撤回</Badge>
  if (edition.state === "draft") return <Badge kind="wait">{edition.reason ? "退回修改" : "待核对放行"}</Badge>
  return <Badge kind="done">{edition.notice ? "已放行，已张贴" : "已放行，待张贴"}</Badge>
}

function Source({ edition, community }: { edition: EditionView; community: string }) {
  const { label, meetingId, roundId } = edition.source
  const to = roundId
    ? href("/c/:community/records/:meetingId/resolutions/:roundId", { community, meetingId, roundId })
    : href("/c/:community/meetings/:meetingId", { community, meetingId })
  return <Link to={to}>{roundId ? `${label}的决议` : label}</Link>
}

/** Never by whoever drew it up; where nobody else may, it says how somebody can. */
function Release({ edition, form }: { edition: EditionView; form?: FormView }) {
  const { can, isOwn, releasers, revision } = edition
  if (isOwn)
    return releasers.length > 0 ? (
      <p>这一版由您起草或改动过，要由另一个人核对放行。可以放行的有：{releasers.join("、")}。</p>
    ) : (
      <p>
        这一版由您起草或改动过，不能自己放行，现在也没有别人可以放行。请管理员在“账号”里给另一个人开通复核人岗位，由他登录核对放行。
      </p>
    )
  if (!can.release) return <p className="soft">等待另一个人核对放行。</p>
  return (
    <>
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="release" />
        <input type="hidden" name="revision" value={revision} />
        <CheckField label="我已逐处核对，公示文字里没有不宜公开的内容" {...field(form, "looked")} />
        <Button kind="main" wide>
          核对无误，放行并编号
        </Button>
      </Form>
      <details open={Boolean(form?.errors.sendBackReason) || undefined}>
        <summary>退回修改</summary>
        <Form method="post" className="stack">
          <input type="hidden" name="intent" value="sendBack" />
          <input type="hidden" name="revision" value={revision} />
          <TextArea label="哪里要改" rows={3} {...field(form, "sendBackReason")} />
          <p>
            <Button>退回</Button>
          </p>
        </Form>
      </details>
    </>
  )
}

function Sheets({ edition, community }: { edition: EditionView; community: string }) {
  return (
    <Sheet title="已印的公示" id="sheets" flush>
      <ul className="doclist">
        {edition.sheets.map(sheet => {
          const to = href("/c/:community/documents/:documentId", { community, documentId: `${sheet.id}.pdf` })
          return (
            <li key={sheet.id}>
              <a href={to}>
                {sheet.name}，第{sheet.version}版
              </a>
              <span>
                {sheet.issued}，{sheet.by}印　<a href={`${to}?download`}>下载</a>
              </span>
            </li>
          )
        })}
      </ul>
    </Sheet>
  )
}

function Post({ today, form }: { today: string; form?: FormView }) {
  return (
    <Sheet title="张贴公示">
      <p className="soft">贴出以后在这里登记，公示期从张贴的第二天算起。登记后印的公示上带公示期。</p>
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="post" />
        <DateField label="哪天贴出" max={today} {...field(ifPosted(form, "postedOn"), "postedOn", today)} />
        <TextField label="贴在哪里" hint="例如：社区公示栏、各楼栋单元门口" {...field(form, "place")} />
        <p>
          <Button kind="go">登记张贴</Button>
        </p>
      </Form>
    </Sheet>
  )
}

function Withdraw({ form }: { form?: FormView }) {
  return (
    <Sheet title="撤回">
      <details open={Boolean(form?.errors.withdrawReason) || undefined}>
        <summary>内容有误或者不宜公开，撤回这一版</summary>
        <Form method="post" className="stack">
          <input type="hidden" name="intent" value="withdraw" />
          <TextArea
            label="撤回的原因"
            hint="扫码核验的人会看到。撤回后要重新起草、放行和张贴。"
            rows={3}
            {...field(form, "withdrawReason")}
          />
          <p>
            <Button>撤回</Button>
          </p>
        </Form>
      </details>
    </Sheet>
  )
}
