import { Page } from "~/ui/Page"
import { appContext } from "~/web/context"
import type { Route } from "./+types/desk"

export function loader({ context }: Route.LoaderArgs) {
  return { community: context.get(appContext).community.name }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: `工作台 - ${loaderData?.community ?? ""}议事驿站` }]

export default function Desk() {
  return <Page title="工作台">{null}</Page>
}
