import { Form, href } from "react-router"
import { z } from "zod"
import { endAccountSession, endAllAccountSessions } from "~/people/account-sessions"
import { readSessions } from "~/people/account-views"
import { notHere } from "~/people/gate"
import { SessionList } from "~/people/parts/SessionList"
import { Button, ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Note } from "~/ui/Note"
import { Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext, requestContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/own-sessions"

const SessionsForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("endSession"), sessionId: z.string().max(100) }),
  z.object({ intent: z.literal("endOthers") }),
])

/** The session that asks, and whose it is. */
function ownOf(context: Route.LoaderArgs["context"]) {
  const { signedIn } = context.get(requestContext)
  if (!signedIn) throw notHere()
  const { sessionId, accountId, homeCommunityId } = signedIn
  return { sessionId, owned: { accountId, homeCommunityId } }
}

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const { sessionId, owned } = ownOf(context)
  const sessions = orThrow(context, await readSessions(ctx, owned, sessionId))
  return { sessions, isSaved: url.searchParams.has("saved"), community: ctx.community.name }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = context.get(appContext)
  const { sessionId, owned } = ownOf(context)
  const read = await readForm(request, SessionsForm)
  if (!read.ok) return invalid(context, read)
  const to = `${href("/c/:community/accounts/own", params)}?saved`
  const ended =
    read.value.intent === "endSession"
      ? await endAccountSession(ctx, { ...owned, sessionId: read.value.sessionId })
      : await endAllAccountSessions(ctx, { ...owned, butSessionId: sessionId })
  return reply(context, ended, to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `我的登录 - ${loaderData?.community ?? ""}议事驿站` },
]

export default function OwnSessions({ loaderData, actionData }: Route.ComponentProps) {
  const { sessions, isSaved } = loaderData
  const form = actionData?.form
  return (
    <Page
      title="我的登录"
      lead="您的账号现在在这些设备上登录着。不认得的，请结束它，再换密码。"
      actions={<ButtonLink to="/password">改密码</ButtonLink>}
      summary={
        form ? (
          <ErrorSummary form={form} />
        ) : isSaved ? (
          <Note kind="ok" live>
            <p>已经结束，那台设备要重新登录。</p>
          </Note>
        ) : null
      }
    >
      <Sheet title="登录着的设备" titleHidden flush>
        <SessionList sessions={sessions} />
        {sessions.length > 1 ? (
          <div className="sheet__body">
            <Form method="post">
              <Button name="intent" value="endOthers">
                结束其他所有登录
              </Button>
            </Form>
          </div>
        ) : null}
      </Sheet>
    </Page>
  )
}
