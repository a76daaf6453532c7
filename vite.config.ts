import { resolve } from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config.js";

/** Symbols that the frame shows on every page: together they weigh half of what they weigh as a file each, which no server compresses. */
const ofTheFrame = /lucide-react\/dist\/esm\/(createLucideIcon|Icon|icons\/(bell|circle-check|house|map|menu|message-circle-question-mark|users))\.\w+$|\/app\/ui\/(use-current|logo|button)\.tsx?$/;

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
      output: { manualChunks: (id) => (ofTheFrame.test(id) ? "frame" : undefined) },
      // A route that only answers has nothing for the browser, and that is as it should be.
      onwarn: (warning, warn) => void (warning.code === "EMPTY_BUNDLE" || warn(warning)),
    },
  },
});
