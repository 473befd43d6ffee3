import { StrictMode, startTransition } from "react"
import { hydrateRoot } from "react-dom/client"
import { HydratedRouter } from "react-router/dom"
import { lasting, lastingNavigation } from "~/web/lasting-pages"
import { PageRequestContext, readPageRequest, rememberingFailures } from "~/web/page-request"

window.fetch = lasting(rememberingFailures(window.fetch.bind(window)), () => window.location.pathname)
const pageRequest = readPageRequest(document)

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <PageRequestContext value={pageRequest}>
        <HydratedRouter instrumentations={[lastingNavigation]} />
      </PageRequestContext>
    </StrictMode>,
  )
})
