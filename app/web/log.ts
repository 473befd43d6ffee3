import pino from "pino"

/** One JSON line per event. Never names, phones, codes or choices: callers pass ids, patterns, numbers. */
export type Logger = Pick<pino.Logger, "info" | "warn" | "error" | "debug">

export const createLogger = (level: string): Logger =>
  pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime })
