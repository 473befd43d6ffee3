import type { Row } from "../access-row"

export const speakingRows: Row[] = []
