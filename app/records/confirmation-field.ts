/** The remark's field of one paper: a page may ask for several. */
export const remarkField = (minutesId: string) => `remark-${minutesId}`

/** What a press on 会上已确认 asks for: `confirm-` and the paper's id; null for other presses. */
export const confirmIntent = (intent: string): string | null => /^confirm-([\w-]{1,64})$/.exec(intent)?.[1] ?? null
