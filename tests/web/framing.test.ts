import { expect, test } from "vitest"
import { requestFactsOf, sealResponse } from "~/web/guard"

const origin = "https://yishi.example"
const policyOf = (contentType: string): string => {
  const request = { method: "GET", url: `${origin}/c/zhenxing`, headers: new Headers() }
  const response = new Response("", { headers: { "Content-Type": contentType } })
  sealResponse(response, requestFactsOf(request as never, { address: "127.0.0.1", origin }))
  return response.headers.get("Content-Security-Policy") ?? ""
}

test("a PDF stands within our own pages, and nothing else is framed by anyone", () => {
  expect(policyOf("application/pdf")).toContain("frame-ancestors 'self'")
  expect(policyOf("application/pdf")).not.toContain("frame-ancestors 'none'")
  for (const other of ["text/html; charset=utf-8", "application/json", "image/png"])
    expect(policyOf(other)).toContain("frame-ancestors 'none'")
})
