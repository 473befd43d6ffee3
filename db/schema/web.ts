import { instant, int, primaryKey, table, text } from "../columns"

/** Attempts counted in the database, so that a restart does not forgive them. `bucket` names what is limited and by whom. */
export const attemptCounts = table(
  "attempt_counts",
  {
    bucket: text("bucket").notNull(),
    /** Start of the window the count belongs to. */
    windowStart: instant("window_start").notNull(),
    count: int("count").notNull(),
  },
  t => [primaryKey({ columns: [t.bucket, t.windowStart] })],
)
