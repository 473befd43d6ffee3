import type { Row } from "../access-row"

export const deskRows: Row[] = []
