import type { Row } from "../access-row"

/** Pages anyone may open, with what they send in. */
export const wallRows: Row[] = []
