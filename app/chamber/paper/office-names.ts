export type Office = "counter" | "scrutineer"

export const officeNames: Record<Office, string> = { counter: "计票人", scrutineer: "监票人" }
