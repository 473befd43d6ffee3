import type { Reporter, TestModule, Vitest } from "vitest/node"

/** The last line of a run: `N passed, N failed`. A file that could not even be read counts as a failure. */
export default class ClosingLine implements Reporter {
  private vitest: Vitest | undefined

  onInit(vitest: Vitest): void {
    this.vitest = vitest
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0
    let failed = errors.length
    for (const module of modules) {
      if (module.errors().length > 0) failed += 1
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === "passed") passed += 1
        if (state === "failed") failed += 1
      }
    }
    const projects = this.vitest?.config.projects ?? []
    const hasOffice = projects.some(
      project => typeof project === "object" && "test" in project && project.test?.name === "office",
    )
    // After the default reporter's own summary.
    process.once("exit", code => {
      // A run that could not even begin has no failed test, and has failed.
      const failures = failed === 0 && code !== 0 ? 1 : failed
      if (!hasOffice)
        process.stdout.write("\nnot run: tests/office, which open the Word files in LibreOffice (no soffice here)\n")
      process.stdout.write(`\n${passed} passed, ${failures} failed\n`)
    })
  }
}
