import { defineConfig } from "vitest/config"

/** What mutation testing runs: the tests of the pure rules alone, with few random cases, so that the tables do the work. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    environment: "node",
    include: ["tests/law/**/*.test.ts"],
    setupFiles: ["tests/setup/few-random-cases.ts"],
    env: { PROPERTY_RUNS: "200" },
    testTimeout: 30_000,
  },
})
