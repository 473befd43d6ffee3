import pino from "pino"

/** One JSON line per event. Never names, phones, codes or choices: callers pass ids, patterns, numbers. */
export type Logger = Pick<pino.Logger, "info" | "warn" | "error" | "debug">

export const createLogger = (level: string): Logger =>
  pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime })

/**
 * Where an error happened, for the log. Of a failed query only its text: the message also quotes the values, among them
 * phones, hashes of passwords and the choices of a named round.
 */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return "not an error"
  const { query } = error as { query?: unknown }
  if (typeof query !== "string") return error.stack ?? error.message
  const { code } = (error.cause ?? {}) as { code?: unknown }
  const places = (error.stack ?? "").split("\n").filter(line => /^\s+at .*:\d+:\d+\)?$/.test(line))
  return [`Failed query: ${query}`, `code: ${String(code)}`, ...places].join("\n")
}
