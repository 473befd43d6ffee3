import type { Row } from "../access-row"

export const motionsRows: Row[] = []
