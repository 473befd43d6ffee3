/** The fields of an issue's form in the order of the page; apart from the schema, so that no schema goes to the browser. */
export const issueFieldOrder = [
  "content",
  "title",
  "place",
  "gridId",
  "reporterName",
  "reporterPhone",
  "reportedOn",
  "channel",
  "collectorName",
  "note",
] as const

/** The same for the page of a sorting. */
export const sortFieldOrder = [
  "triage",
  "reason",
  "firstAnswer",
  "firstMeans",
  "handler",
  "answerDueOn",
  "resolved",
  "finalAnswer",
  "finalMeans",
] as const
