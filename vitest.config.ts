import { spawnSync } from "node:child_process"
import { defineConfig } from "vitest/config"

const slow = ["tests/browser/**", "tests/http/**", "tests/office/**"]
/** Tests that hold a database run on both engines; the rest need not. */
const withDatabase = [
  "tests/{db,people,estates,rulebook,polling,registry,intake,agenda,convening,chamber,records,followup,board,demo,desk,scenarios}/**/*.test.ts",
]
const postgresUrl = process.env.TEST_POSTGRES_URL
/** LibreOffice, which opens the Word files as an office would; without it these tests are left out, and the run says so. */
const hasOffice = spawnSync("soffice", ["--version"], { stdio: "ignore" }).status === 0

const shared = { environment: "node" as const, setupFiles: ["tests/setup/fail-on-console-error.ts"] }

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    reporters: ["default", "./tests/setup/closing-line.ts"],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: "sqlite",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: slow,
          globalSetup: ["tests/setup/sqlite-template.ts"],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "http",
          include: ["tests/http/**/*.test.ts"],
          globalSetup: ["tests/setup/built-server.ts", "tests/setup/sqlite-template.ts"],
          testTimeout: 400_000,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          globalSetup: ["tests/setup/built-server.ts", "tests/setup/sqlite-template.ts"],
          fileParallelism: false,
          testTimeout: 600_000,
        },
      },
      ...(hasOffice
        ? [
            {
              extends: true as const,
              test: {
                ...shared,
                name: "office",
                include: ["tests/office/**/*.test.ts"],
                // Each opens an office of its own: one at a time is quick enough.
                fileParallelism: false,
              },
            },
          ]
        : []),
      ...(postgresUrl
        ? [
            {
              extends: true as const,
              test: {
                ...shared,
                name: "postgres",
                include: withDatabase,
                env: { DATABASE_URL: postgresUrl },
                globalSetup: ["tests/setup/postgres-template.ts"],
              },
            },
            {
              extends: true as const,
              test: {
                ...shared,
                name: "postgres-http",
                include: ["tests/http/**/*.test.ts"],
                env: { DATABASE_URL: postgresUrl },
                globalSetup: ["tests/setup/built-server.ts", "tests/setup/postgres-template.ts"],
                testTimeout: 400_000,
              },
            },
          ]
        : []),
    ],
  },
})
