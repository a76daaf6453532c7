import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { env } from "../../env.server.ts";

let known: string | null | undefined;

/**
 * Where the built code is that draws the map, so that a page can ask for it before its own code runs.
 * @returns null where nothing was built
 */
export function mapCodeUrl(): string | null {
  if (known === undefined) known = env().APP_MODE === "development" ? null : find(join(process.cwd(), "build/client/assets"));
  return known;
}

function find(folder: string): string | null {
  const name = existsSync(folder) && readdirSync(folder).find((file) => /^start-map\.client-[\w-]+\.js$/.test(file));
  return name ? `/assets/${name}` : null;
}
