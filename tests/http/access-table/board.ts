import type { Row } from "../access-row"

export const boardRows: Row[] = []
