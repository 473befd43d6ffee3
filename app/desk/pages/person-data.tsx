import { href } from "react-router"
import { PersonDataSheets } from "~/desk/parts/PersonDataSheets"
import { readPersonData } from "~/desk/person-data"
import { ButtonLink } from "~/ui/Button"
import { Note } from "~/ui/Note"
import { Page } from "~/ui/Page"
import { appContext, serverContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import type { Route } from "./+types/person-data"

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const words = context.get(serverContext).auditWords
  return {
    data: orThrow(context, await readPersonData(ctx, words, params.personId)),
    isBlottedNow: url.searchParams.has("blotted"),
    community: ctx.community.name,
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.data.person.name ?? ""}的个人信息 - ${loaderData?.community ?? ""}议事驿站` },
]

/** What the office holds on someone, on one page: to be shown to them, or printed for them. */
export default function PersonDataPage({ loaderData, params }: Route.ComponentProps) {
  const { data, isBlottedNow, community } = loaderData
  const { person, blotting, namesakes } = data
  const toPerson = href("/c/:community/registers/persons/:personId", params)
  return (
    <Page
      title={`${person.name}的个人信息`}
      lead={`${data.readOn}查询。${community}另存的纸质材料不在内。`}
      crumbs={[
        { label: "名册", to: href("/c/:community/registers", params) },
        { label: "人员", to: href("/c/:community/registers/persons", params) },
        { label: person.name, to: toPerson },
        { label: "个人信息" },
      ]}
      actions={
        <>
          {blotting ? null : <ButtonLink to={toPerson}>有错就改</ButtonLink>}
          {data.mayBlot ? (
            <ButtonLink to={href("/c/:community/registers/persons/:personId/blotting", params)}>
              遮去个人信息
            </ButtonLink>
          ) : null}
        </>
      }
      summary={
        <div className="stack">
          {blotting ? (
            <Note kind="ok" live={isBlottedNow} title={`个人信息已在${blotting.on}遮去`}>
              <p>
                {blotting.by}经办。原因：{blotting.reason}
              </p>
              <p>会议记录、表决结果、已印发的文书和操作日志按法律留存，不改动。</p>
            </Note>
          ) : (
            <Note title="给本人看的">
              <p>
                本人有权查阅、复制自己的信息，发现不准确的可以要求改正（个人信息保护法第45、46条）。用浏览器的打印可以印出这一页。
              </p>
            </Note>
          )}
          {namesakes > 0 ? (
            <Note kind="warn" title="名册里还有同名的人">
              <p>没留电话的问题分不清是哪一位提的，没有列在下面。</p>
            </Note>
          ) : null}
        </div>
      }
    >
      <PersonDataSheets data={data} />
    </Page>
  )
}
