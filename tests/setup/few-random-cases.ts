import fc from "fast-check"

/** Thousands of mutants are each tested on few random cases: what kills a mutant should be a case that says something. */
fc.configureGlobal({ numRuns: 20, seed: 1 })
