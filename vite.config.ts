import { reactRouter } from "@react-router/dev/vite"
import { defineConfig } from "vite"

export default defineConfig({
  plugins: [reactRouter()],
  resolve: { tsconfigPaths: true },
  environments: {
    // The one server entry: exports the request handler for tests and starts itself when it is run.
    ssr: { build: { rollupOptions: { input: "app/server.ts" } } },
  },
})
