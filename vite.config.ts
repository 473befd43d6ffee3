import { reactRouter } from "@react-router/dev/vite"
import { defineConfig, type Plugin } from "vite"

/** The thread that draws papers is a file of its own beside the server. */
const paperWorker: Plugin = {
  name: "paper-worker",
  apply: "build",
  applyToEnvironment: environment => environment.name === "ssr",
  buildStart() {
    this.emitFile({ type: "chunk", id: "app/server/paper-worker.ts", fileName: "paper-worker.js" })
  },
}

export default defineConfig({
  plugins: [reactRouter(), paperWorker],
  resolve: { tsconfigPaths: true },
  environments: {
    // The one server entry: exports the request handler for tests and starts itself when it is run.
    ssr: { build: { rollupOptions: { input: "app/server.ts" } } },
  },
})
