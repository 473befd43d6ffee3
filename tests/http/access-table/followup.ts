import type { Row } from "../access-row"

export const followupRows: Row[] = []
