import type { Row } from "../access-row"

export const paperRows: Row[] = []
