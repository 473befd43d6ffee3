import pg from "pg"
import type { TestProject } from "vitest/node"
import { migrateDatabase } from "#db/migrate"

/** Migrates one database; every test makes its own from it. */
export default async function setup(project: TestProject) {
  const server = process.env.TEST_POSTGRES_URL!
  // Two projects make one each.
  const name = `yishi_template_${project.name.replaceAll(/\W/g, "_")}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`drop database if exists ${name}`)
  await admin.query(`create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  await migrateDatabase(url.href)
  project.provide("postgresTemplate", name)
  return async () => {
    await admin.end()
  }
}
