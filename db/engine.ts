export type Engine = "sqlite" | "postgres"

/** Which engine an address names: `postgres://…` is a server, anything else is a file. */
export const engineOf = (databaseUrl: string | undefined): Engine =>
  databaseUrl?.startsWith("postgres") ? "postgres" : "sqlite"
