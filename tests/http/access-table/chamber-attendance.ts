import type { Row } from "../access-row"

export const attendanceRows: Row[] = []
