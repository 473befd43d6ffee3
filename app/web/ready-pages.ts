import { useEffect } from "react"

/** What the framework writes into its page of the routes it knows; nothing where it writes it otherwise. */
type Manifest = { version?: string; routes?: unknown }
type ManifestRoute = { module?: string; clientLoaderModule?: string; imports?: string[]; css?: string[] } | null

/**
 * Fetches the scripts of pages that will come up later, as soon as this one stands: they are there when the network is
 * weak, or gone, just as the page is called for. Nothing is asked of the pages themselves.
 */
export function useReadyPages(addresses: readonly string[]): void {
  const paths = addresses.join()
  useEffect(() => {
    const manifest = (window as { __reactRouterManifest?: Manifest }).__reactRouterManifest
    if (!manifest?.version) return
    const query = new URLSearchParams({ paths, version: manifest.version })
    const leaving = new AbortController()
    fetch(`/__manifest?${query}`, { signal: leaving.signal })
      .then(response => response.json() as Promise<Record<string, ManifestRoute>>)
      .then(routes => {
        for (const route of Object.values(routes)) {
          for (const script of [route?.module, route?.clientLoaderModule, ...(route?.imports ?? [])])
            if (script) ready("modulepreload", script)
          for (const sheet of route?.css ?? []) ready("preload", sheet, "style")
        }
      })
      // Then they are fetched when they are called for.
      .catch(() => {})
    return () => leaving.abort()
  }, [paths])
}

function ready(rel: "modulepreload" | "preload", href: string, as?: "style"): void {
  const isThere = [...document.head.querySelectorAll("link")].some(link => link.getAttribute("href") === href)
  if (isThere) return
  const link = document.createElement("link")
  link.rel = rel
  link.href = href
  if (as) link.as = as
  document.head.append(link)
}
