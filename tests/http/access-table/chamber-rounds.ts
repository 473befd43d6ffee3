import type { Row } from "../access-row"

export const roundsRows: Row[] = []
