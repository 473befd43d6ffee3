import { href } from "react-router"
import { HallClock } from "~/chamber/parts/HallClock"
import { ReloadUnscripted } from "~/chamber/parts/ReloadUnscripted"
import { ScreenFoot } from "~/chamber/parts/ScreenFoot"
import { ScreenNow } from "~/chamber/parts/ScreenNow"
import { screenPageOf } from "~/chamber/screen-page"
import { readScreen } from "~/chamber/screen-view"
import { ScreenFrame } from "~/ui/ScreenFrame"
import { appContext, requestContext } from "~/web/context"
import { orThrow } from "~/web/forms"
import { useLive } from "~/web/live-client"
import { originForOthers } from "~/web/origin"
import type { Route } from "./+types/screen"

export async function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const view = orThrow(context, await readScreen(ctx, params.meetingId))
  const origin = originForOthers(ctx.publicOrigin, context.get(requestContext).origin)
  const checkIn = origin && origin + href("/c/:community/m/:meetingId", params)
  return { ...screenPageOf(view, ctx.now()), params, community: ctx.community.name, checkIn }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `大屏 - ${loaderData?.title ?? ""} - ${loaderData?.community ?? ""}议事驿站` },
]

/** 大屏: follows the meeting by itself; nothing is pressed here. */
export default function Screen({ loaderData }: Route.ComponentProps) {
  const { params, community, title, clock, readAt, now, queue, presence, checkIn } = loaderData
  useLive(params.community, [`meeting:${params.meetingId}`, `meeting:${params.meetingId}:counts`])
  return (
    <ScreenFrame
      community={community}
      meeting={title}
      time={<HallClock {...clock} />}
      item={now.kind === "item" ? { number: now.item.number, title: "" } : now.item}
      result={now.kind === "result"}
      foot={<ScreenFoot now={now} queue={queue} presence={presence} checkIn={checkIn} />}
    >
      <ReloadUnscripted />
      <ScreenNow now={now} readAt={readAt} checkIn={checkIn} />
    </ScreenFrame>
  )
}
