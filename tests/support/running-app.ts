import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { createApp } from "../../app/server.ts";
import { listen } from "./listen.ts";

const folder = "build/server/assets";

/** Whether there is a build to run; says so loudly where not. */
export function hasBuild(what: string): boolean {
  if (existsSync("build/server/index.js")) return true;
  console.warn(`${what}: not tested, there is no build (npm run build)`);
  return false;
}

export type Page = {
  id: string;
  /** Such as /maatregelen/:id/wijzigen. */
  path: string;
  loads: boolean;
  acts: boolean;
  /** No component: its answer is data, a file or a redirect. */
  bare: boolean;
};
/** `version` is that of the build, which every page tells the browser. */
export type RunningApp = { url: string; version: string; pages: Page[]; stop: () => void };

/**
 * Runs the built pages in this process, on a free port and on the database of the test, and lists them with their paths.
 * @param clientFolder where the files of the browser are, for a test that asks for those too
 * @param proxies how many proxies in front of it are believed when they say where a request comes from
 */
export async function runApp(clientFolder: string | null = null, proxies = 0): Promise<RunningApp> {
  const file = readdirSync(folder).find((name) => /^server-build-.*\.js$/.test(name));
  const build = (await import(pathToFileURL(resolve(folder, file!)).href)) as ServerBuild;
  const app = createApp(build, { clientFolder });
  app.set("trust proxy", proxies);
  const { url, stop } = await listen(app);
  return { url, version: build.assets.version, pages: pagesOf(build), stop };
}

function pagesOf({ routes }: ServerBuild): Page[] {
  const pathOf = (id: string): string => {
    const route = routes[id]!;
    return `${route.parentId ? pathOf(route.parentId) : ""}${route.path ? `/${route.path}` : ""}`;
  };
  return Object.values(routes)
    .filter((route) => route !== undefined && route.id !== "root")
    .map((route) => ({
      id: route!.id,
      path: pathOf(route!.id) || "/",
      loads: route!.module.loader !== undefined,
      acts: route!.module.action !== undefined,
      bare: route!.module.default === undefined,
    }));
}

/** The address under which the framework fetches a page's data by itself. */
export function dataPath(path: string): string {
  return path === "/" ? "/_root.data" : `${path}.data`;
}
