import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { TestProject } from "vitest/node"
import { migrateDatabase } from "#db/migrate"

/** Migrates one file; every test copies it. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "yishi-template-"))
  const file = join(folder, "template.db")
  await migrateDatabase(file)
  project.provide("sqliteTemplate", file)
  return () => rmSync(folder, { recursive: true, force: true })
}

declare module "vitest" {
  interface ProvidedContext {
    sqliteTemplate: string
    postgresTemplate: string
  }
}
