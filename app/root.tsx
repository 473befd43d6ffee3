import { use } from "react"
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from "react-router"
import { findSignedIn, sessionIdOf } from "~/people/sessions"
import { requestContext } from "~/web/context"
import { unlessGiven } from "~/web/given-ahead"
import { guard } from "~/web/guard"
import { LineState } from "~/web/LineState"
import type { Route } from "./+types/root"
import "./app.css"
import { ErrorPage } from "~/ui/ErrorPage"
import { errorWordsOf, ownSentence } from "~/ui/error-words"
import { PageRequestContext, PageRequestMeta, readFailedRequestId } from "~/web/page-request"

export const middleware: Route.MiddlewareFunction[] = [guard({ findSignedIn, seatSessionIdOf: sessionIdOf })]

export const meta: Route.MetaFunction = ({ error }) => [
  { title: error ? `${errorWordsOf(isRouteErrorResponse(error) ? error.status : 500).title} - 议事驿站` : "议事驿站" },
]

export function loader({ context }: Route.LoaderArgs) {
  return { isElder: context.get(requestContext).isElder }
}

export const shouldRevalidate = unlessGiven

/** Must stand without data: the layout also frames errors thrown before any loader ran. */
export function Layout({ children }: { children: React.ReactNode }) {
  const data = useRouteLoaderData<typeof loader>("root")
  const request = use(PageRequestContext)
  const isElder = data?.isElder ?? request?.isElder
  return (
    <html lang="zh-CN" data-scale={isElder ? "elder" : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <PageRequestMeta request={request} />
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
  return (
    <>
      <LineState />
      <Outlet />
    </>
  )
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const data = useRouteLoaderData<typeof loader>("root")
  const request = use(PageRequestContext)
  return (
    <ErrorPage
      status={isRouteErrorResponse(error) ? error.status : 500}
      sentence={isRouteErrorResponse(error) ? ownSentence(error.data) : undefined}
      requestId={readFailedRequestId() ?? request?.requestId}
      elder={data?.isElder ?? request?.isElder}
    />
  )
}
