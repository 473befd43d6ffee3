import type { Row } from "../access-row"

export const editionRows: Row[] = []
