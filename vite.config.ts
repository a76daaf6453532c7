import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

export default defineConfig({
  plugins: [tailwindcss(), remix(remixConfig)],
  resolve: { alias: { "~": "/app" } },
  ssr: {
    external: ["@electric-sql/pglite", "@node-rs/argon2", "postgres", "drizzle-orm", "sharp", "pg-boss"],
  },
  build: { assetsInlineLimit: 0, sourcemap: false },
});
