import { defineConfig } from "vitest/config";
import base from "./vitest.config.ts";

/** Guards walk the code and the catalogue of the database; `npm run check` runs these alone. */
export default defineConfig({ ...base, test: { ...base.test, include: ["tests/guards/**/*.test.ts"] } });
