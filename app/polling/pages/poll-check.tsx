import { Form, href } from "react-router"
import { z } from "zod"
import { readChecking } from "~/polling/ballot-views"
import { checkBallots } from "~/polling/checking"
import { answerNames, answers } from "~/polling/rules"
import { Button, ButtonLink } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Note } from "~/ui/Note"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/poll-check"

const CheckForm = z.record(z.string().max(40), z.union([z.string(), z.array(z.string())]))

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const [agrees = "", differs = ""] = (url.searchParams.get("done") ?? "").split(":")
  return {
    view: orThrow(context, await readChecking(ctx, params.pollId)),
    agrees: /^\d+$/.test(agrees) ? Number(agrees) : null,
    differs: differs.split(",").filter(one => /^\d+$/.test(one)),
    community: ctx.community.name,
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const read = await readForm(request, CheckForm)
  if (!read.ok) return invalid(context, read)
  const result = await checkBallots(context.get(appContext), params.pollId, read.value)
  const here = href("/c/:community/polls/:pollId/check", params)
  return reply(context, result, ({ agrees, differs }) => `${here}?done=${agrees}:${differs.join(",")}`, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `核对表决票 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function PollCheck({ loaderData, actionData, params }: Route.ComponentProps) {
  const { view, agrees, differs } = loaderData
  const form = actionData?.form
  return (
    <Page
      title="核对表决票"
      lead={`${view.title}：别人录入的还有${view.total}张要核对${view.own > 0 ? `，您自己录入的${view.own}张由别人核对` : ""}`}
      crumbs={[
        { label: "书面表决", to: href("/c/:community/polls", params) },
        { label: view.title, to: href("/c/:community/polls/:pollId", params) },
        { label: "核对" },
      ]}
      summary={
        <>
          <ErrorSummary form={form} />
          {agrees !== null && !form ? (
            <Note
              kind={differs.length > 0 ? "warn" : "ok"}
              live
              title={agrees > 0 ? `${agrees}张与录入的一致，已核对。` : "与录入的不一致。"}
            >
              {differs.length > 0 ? (
                <p>{differs.join("、")}号与录入的不一致：原来录的另存了，按您读的改录，要由另一个人再核对一遍。</p>
              ) : null}
            </Note>
          ) : null}
        </>
      }
    >
      <Sheet title="待核对的票" titleHidden flush>
        {view.rows.length === 0 ? (
          <Empty title="没有要您核对的票">
            <ButtonLink to={href("/c/:community/polls/:pollId", params)}>回到这次表决</ButtonLink>
          </Empty>
        ) : (
          <Form method="post" key={`${view.total} ${view.rows[0]?.ordinal}`}>
            <Table
              caption="对着原票，选票上填的是哪一项"
              showCaption={false}
              tight
              columns={[{ label: "票" }, { label: "原票上填的" }]}
            >
              {view.rows.map(row => (
                <Row key={row.ordinal}>
                  <RowHead sub={`${row.units}${row.proxy ? `，代理人${row.proxy}` : ""}`}>
                    {row.ordinal}号　{row.name}
                  </RowHead>
                  <Cell>
                    <fieldset>
                      <legend className="vh">{row.ordinal}号票上填的</legend>
                      <div className="options">
                        {answers.map(answer => (
                          <label className="check" key={answer}>
                            <input
                              type="radio"
                              name={`answer-${row.ordinal}`}
                              value={answer}
                              defaultChecked={form?.values[`answer-${row.ordinal}`] === answer}
                            />
                            <span>{answerNames[answer]}</span>
                          </label>
                        ))}
                      </div>
                    </fieldset>
                  </Cell>
                </Row>
              ))}
            </Table>
            <div className="bulk">
              <span>手上没有原票的，空着不选。</span>
              <Button kind="main">核对选好的</Button>
            </div>
          </Form>
        )}
      </Sheet>
    </Page>
  )
}
