import { defineConfig } from "vitest/config"

/** What mutation testing runs: the tests of the pure rules alone, with few random cases, so that the tables do the work. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    environment: "node",
    include: ["tests/law/**/*.test.ts"],
    // A process of its own sees no mutant, and needs files that are not copied to where the rules are changed.
    exclude: ["tests/law/count-command.test.ts"],
    setupFiles: ["tests/setup/few-random-cases.ts"],
    env: { PROPERTY_RUNS: "200" },
    testTimeout: 30_000,
  },
})
