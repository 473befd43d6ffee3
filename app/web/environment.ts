import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { networkInterfaces } from "node:os"
import { join } from "node:path"
import { z } from "zod"

const Variables = z.object({
  DATABASE_URL: z.string().optional(),
  DATA_DIR: z.string().default("data"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  APP_ORIGIN: z.string().optional(),
  PUBLIC_ORIGIN: z.string().optional(),
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  FONT_DIR: z.string().optional(),
  KEY_DIR: z.string().optional(),
  TRUSTED_PROXIES: z.string().default(""),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  AUTO_MIGRATE: z.enum(["0", "1"]).default("1"),
})

/** Everything the program takes from outside, read once. */
export type Environment = {
  databaseUrl: string
  /** Database file, backups, the installation's secret. */
  dataDir: string
  port: number
  /** Addresses the server answers to; anything else is refused. Null: loopback and LAN addresses, found at start. */
  appOrigins: string[] | null
  /** What QR codes on paper point at; null: paper says that it is verified at the community office. */
  publicOrigin: string | null
  tls: { certFile: string; keyFile: string } | null
  /** The office's own fonts, first in the chain. */
  fontDir: string | null
  /** Private keys of open secret rounds: outside database, log and backup. */
  keyDir: string
  /** Addresses of proxies whose X-Forwarded-For is believed; empty: nobody's. */
  trustedProxies: string[]
  logLevel: "silent" | "error" | "warn" | "info" | "debug"
  autoMigrate: boolean
}

/** Reads the variables, or throws one error that lists everything that is wrong. */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const parsed = Variables.safeParse(source)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(issue => `  ${issue.path.join(".")}: ${issue.message}`)
    throw new Error(`环境变量不对：\n${problems.join("\n")}`)
  }
  const v = parsed.data
  if (Boolean(v.TLS_CERT) !== Boolean(v.TLS_KEY)) throw new Error("TLS_CERT 与 TLS_KEY 要一起给出")
  const dataDir = v.DATA_DIR
  return {
    databaseUrl: v.DATABASE_URL || join(dataDir, "yishi.db"),
    dataDir,
    port: v.PORT,
    appOrigins: v.APP_ORIGIN ? splitOrigins(v.APP_ORIGIN) : null,
    publicOrigin: v.PUBLIC_ORIGIN ? new URL(v.PUBLIC_ORIGIN).origin : null,
    tls: v.TLS_CERT && v.TLS_KEY ? { certFile: v.TLS_CERT, keyFile: v.TLS_KEY } : null,
    fontDir: v.FONT_DIR || null,
    keyDir: v.KEY_DIR || join(dataDir, "round-keys"),
    trustedProxies: v.TRUSTED_PROXIES.split(/[\s,]+/).filter(Boolean),
    logLevel: v.LOG_LEVEL,
    autoMigrate: v.AUTO_MIGRATE === "1",
  }
}

const splitOrigins = (list: string) =>
  list
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(origin => new URL(origin).origin)

/** Loopback names and every LAN address of this machine, as origins. */
export function findOrigins(port: number, isTls: boolean): string[] {
  const scheme = isTls ? "https" : "http"
  const lan = Object.values(networkInterfaces())
    .flatMap(addresses => addresses ?? [])
    .filter(address => !address.internal && address.family === "IPv4")
    .map(address => address.address)
  return ["localhost", "127.0.0.1", "[::1]", ...lan].map(host => new URL(`${scheme}://${host}:${port}`).origin)
}

/**
 * A secret of this installation, made on first use and kept beside the database, not in it: check-in codes are derived
 * from it, so that the database alone opens no seat.
 */
export function readInstallationSecret(dataDir: string): Buffer {
  const file = join(dataDir, "installation-secret")
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" })
  }
  return Buffer.from(readFileSync(file, "utf8").trim(), "hex")
}
