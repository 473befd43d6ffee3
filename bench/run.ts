/** `npm run bench -- <name>`: measures one thing against a named limit in one run, and prints its figure last. */
const benches: Record<string, () => Promise<{ run: () => Promise<void> }>> = {
  ballots: () => import("./ballots"),
  live: () => import("./live"),
  pages: () => import("./pages"),
  pdf: () => import("./pdf"),
}

const wanted = process.argv[2] ?? ""
const load = benches[wanted]
if (!load) {
  console.error(`Give one of: ${Object.keys(benches).join(", ")}`)
  process.exit(1)
}
const { run } = await load()
await run().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})

export {}
