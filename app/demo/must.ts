import type { Result } from "~/law/result"

/** The demo is made through the use cases; one that refuses means the demo's story is wrong. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the demo's story was refused: ${result.code} ${JSON.stringify(result.detail)}`)
  return result.value
}
