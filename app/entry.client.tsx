import { StrictMode, startTransition } from "react"
import { hydrateRoot } from "react-dom/client"
import { HydratedRouter } from "react-router/dom"
import { PageRequestContext, readPageRequest, rememberingFailures } from "~/web/page-request"

window.fetch = rememberingFailures(window.fetch.bind(window))
const pageRequest = readPageRequest(document)

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <PageRequestContext value={pageRequest}>
        <HydratedRouter />
      </PageRequestContext>
    </StrictMode>,
  )
})
