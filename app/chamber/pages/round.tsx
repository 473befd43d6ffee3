import { href } from "react-router"
import { z } from "zod"
import { RoundAccount } from "~/chamber/parts/RoundAccount"
import { AnsweredChallenges, RoundChallenges } from "~/chamber/parts/RoundChallenges"
import { RoundCodes } from "~/chamber/parts/RoundCodes"
import { RoundCorrections } from "~/chamber/parts/RoundCorrections"
import { RoundLights } from "~/chamber/parts/RoundLights"
import { RoundNames } from "~/chamber/parts/RoundNames"
import { Terms } from "~/chamber/parts/Terms"
import { challengeIntents, isChallengePress, pressOnChallenge } from "~/chamber/rounds/challenge-form"
import { correctionIntents, pressOnCorrection } from "~/chamber/rounds/correction-form"
import { readRoundPage } from "~/chamber/rounds/round-page"
import { ButtonLink } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Note } from "~/ui/Note"
import { Columns, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import { useKeptAnswer, useLive } from "~/web/live-client"
import type { Route } from "./+types/round"

const PageForm = z.discriminatedUnion("intent", [...challengeIntents, ...correctionIntents])

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  return { ...orThrow(context, await readRoundPage(ctx, params)), params, community: ctx.community.name }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, PageForm)
  if (!read.ok) return invalid(context, read)
  const ctx = context.get(appContext)
  const { value } = read
  const result = await (isChallengePress(value)
    ? pressOnChallenge(ctx, value)
    : pressOnCorrection(ctx, params.roundId, value))
  return reply(context, result, href("/c/:community/meetings/:meetingId/rounds/:roundId", params), read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `表决结果 - ${loaderData?.title ?? ""} - ${loaderData?.community ?? ""}议事驿站` },
]

/** 表决结果 of one round: lights and fractions, codes, challenges with their answers, corrections drawn up and signed. */
export default function Round({ loaderData, actionData }: Route.ComponentProps) {
  const page = loaderData
  const { params, round, motion } = page
  const form = useKeptAnswer(actionData)?.form
  useLive(params.community, [`meeting:${params.meetingId}`])
  const isWaiting = round.state === "closed" && page.isAtDesk
  return (
    <Page
      title={`第${motion.ordinal}件第${round.ordinal}轮表决`}
      lead={`${round.publicityName}，${round.stateName}`}
      crumbs={[
        { label: page.title, to: href("/c/:community/meetings/:meetingId", params) },
        { label: `第${page.item.ordinal}项 ${page.item.title}` },
        { label: "表决结果" },
      ]}
      actions={
        page.isChair ? (
          <ButtonLink to={href("/c/:community/meetings/:meetingId/console", params)}>主持台</ButtonLink>
        ) : undefined
      }
      summary={<ErrorSummary form={form} />}
    >
      <Columns aside={<Aside page={page} params={params} />}>
        <Sheet title="表决什么">
          <p className="lead">{motion.content}</p>
          <Terms terms={motion.terms} />
        </Sheet>
        <State page={page} />
        {round.result ? (
          <Sheet>
            <RoundLights title="结果" result={round.result} />
            <RoundAccount result={round.result} papers={page.papers} />
            {page.nextStep ? <p>接下来：{page.nextStep}</p> : null}
          </Sheet>
        ) : null}
        {round.codes ? (
          <Sheet title="核验码">
            <p>
              记下核验码的，可以在这里找到自己的票。名单按意见和数字排列，与投票先后无关；纸票没有码，补了随机的数字。
            </p>
            <RoundCodes codes={round.codes} />
          </Sheet>
        ) : null}
        {page.choices ? <RoundNames choices={page.choices} /> : null}
        {isWaiting ? (
          <Sheet>
            <RoundChallenges
              roundId={round.roundId}
              challenges={page.challenges}
              roll={page.roll}
              form={form}
              mayAnswer={page.isChair}
            />
          </Sheet>
        ) : page.challenges.length > 0 ? (
          <Sheet title="对计票的异议">
            <AnsweredChallenges challenges={page.challenges} />
          </Sheet>
        ) : null}
        <RoundCorrections {...page} form={form} />
      </Columns>
    </Page>
  )
}

function State({ page }: { page: Route.ComponentProps["loaderData"] }) {
  const { round } = page
  if (round.isSetAside) return <Note kind="warn">这一轮已经更正为重新表决，下面的结果不再算数，只作记录。</Note>
  if (round.state === "annulled") return <Note kind="warn">这一轮已作废：{round.annulReason}</Note>
  if (round.state === "open") return <Note>正在表决。结束以前谁也看不到结果。</Note>
  if (!page.isOut) return <Note>表决已经结束，等主持人公布结果。</Note>
  if (!round.result) return <Note kind="act">赞成与反对票数相同，等主持人定夺。</Note>
  return null
}

function Aside({ page, params }: { page: Route.ComponentProps["loaderData"]; params: Route.ComponentProps["params"] }) {
  return (
    <>
      <Sheet title="经过">
        <ul>
          <li>{page.openedAt} 开始表决</li>
          {page.closedAt ? <li>{page.closedAt} 结束表决</li> : null}
          {page.proclaimedAt ? <li>{page.proclaimedAt} 公布结果</li> : null}
        </ul>
      </Sheet>
      {page.otherRounds.length > 0 ? (
        <Sheet title="这件事的其他轮次">
          <ul>
            {page.otherRounds.map(one => (
              <li key={one.roundId}>
                <ButtonLink
                  kind="link"
                  to={href("/c/:community/meetings/:meetingId/rounds/:roundId", { ...params, roundId: one.roundId })}
                >
                  第{one.ordinal}轮，{one.stateName}
                </ButtonLink>
              </li>
            ))}
          </ul>
        </Sheet>
      ) : null}
    </>
  )
}
