/** An expected refusal: a value with a code, worded for people in one Chinese table per room. */
export type Refusal = { ok: false; code: string; detail: Record<string, unknown> }
export type Result<T> = { ok: true; value: T } | Refusal
export const done = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const refuse = (code: string, detail: Record<string, unknown> = {}): Refusal => ({ ok: false, code, detail })
