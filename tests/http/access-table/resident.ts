import type { Row } from "../access-row"

/** What residents without an account send in and follow. */
export const residentRows: Row[] = []
