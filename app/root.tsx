import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from "react-router"
import { findSignedIn, sessionIdOf } from "~/people/sessions"
import { requestContext, serverContext } from "~/web/context"
import { guard } from "~/web/guard"
import type { Route } from "./+types/root"
import "./app.css"
import { ErrorPage } from "~/ui/ErrorPage"

export const middleware: Route.MiddlewareFunction[] = [
  guard((token, context) => findSignedIn(context.get(serverContext).installation, token), sessionIdOf),
]

export const meta: Route.MetaFunction = () => [{ title: "议事驿站" }]

export function loader({ context }: Route.LoaderArgs) {
  const { isElder, requestId } = context.get(requestContext)
  return { isElder, requestId }
}

/** Must stand without data: the layout also frames errors thrown before any loader ran. */
export function Layout({ children }: { children: React.ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root")
  return (
    <html lang="zh-CN" data-scale={data?.isElder ? "elder" : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const data = useRouteLoaderData<typeof loader>("root")
  const status = isRouteErrorResponse(error) ? error.status : 500
  const sentence = isRouteErrorResponse(error) && typeof error.data === "string" ? error.data : undefined
  return <ErrorPage status={status} sentence={sentence} requestId={data?.requestId} />
}
