import { resolve } from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config.js";

/** The server's bundle starts at our own web process, so that it shares its modules with the pages. */
const webProcess: Plugin = {
  name: "web-process",
  config: (_config, { isSsrBuild }) => (isSsrBuild ? { build: { target: "node20", rollupOptions: { input: "app/main.server.ts" } } } : undefined),
};

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig), webProcess],
  resolve: { alias: { "~": resolve(import.meta.dirname, "app") } },
  ssr: {
    external: ["@electric-sql/pglite", "@node-rs/argon2", "postgres", "drizzle-orm", "sharp", "pg-boss"],
  },
  build: {
    assetsInlineLimit: 0,
    // The map is that large, and it is loaded on its own page only; what each page may weigh is measured by the tests.
    chunkSizeWarningLimit: 1200,
    rollupOptions: {
      // A route that only answers has nothing for the browser, and that is as it should be.
      onwarn: (warning, warn) => void (warning.code === "EMPTY_BUNDLE" || warn(warning)),
    },
  },
});
