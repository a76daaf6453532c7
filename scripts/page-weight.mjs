import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const assets = "build/client/assets";

/**
 * How much JavaScript a page may load, in kB of gzip: without a map, or with what holds the map and tells its public layers
 * in words. The map's library comes on top where a page asks for it later.
 * @param {string} path of the page, such as /kaart
 */
export const mostJavaScript = (path) => (path === "/kaart" ? 140 : 131);

/**
 * What every page of the build loads before anybody does anything: the scripts of its route and of those around it, with
 * what they import. Only what a page asks for later (import()) is left out.
 * @returns {{ path: string, scripts: string[] }[]} scripts are files, relative to the project
 */
export function pages() {
  if (!existsSync(assets)) throw new Error("There is no build yet: run `npm run build` first.");
  const file = readdirSync(assets).find((name) => /^manifest-\w+\.js$/.test(name));
  const { entry, routes } = JSON.parse(readFileSync(join(assets, file), "utf8").replace(/^window\.__remixManifest=/, "").replace(/;$/, ""));
  return Object.values(routes)
    .filter((route) => route.id !== "root")
    .map((route) => {
      const line = [];
      for (let here = route; here; here = routes[here.parentId]) line.unshift(here);
      const scripts = [entry, ...line].flatMap(({ module, imports = [] }) => [module, ...imports]);
      return {
        path: `/${line.map(({ path }) => path).filter(Boolean).join("/")}`,
        scripts: [...new Set(scripts)].map((script) => join("build/client", script)),
      };
    });
}

/**
 * Pages from which the map's library can be reached, also by way of import().
 * @returns {string[]} their paths
 */
export function pagesWithMap() {
  const text = (script) => readFileSync(script, "utf8");
  const names = readdirSync(assets).filter((name) => name.endsWith(".js") && !name.startsWith("manifest-"));
  const reaches = new Set(names.filter((name) => name.startsWith("maplibre")));
  for (let size = 0; size !== reaches.size; ) {
    size = reaches.size;
    for (const name of names) if ([...reaches].some((other) => text(join(assets, name)).includes(other))) reaches.add(name);
  }
  return pages()
    .filter(({ scripts }) => scripts.some((script) => [...reaches].some((name) => script.endsWith(name))))
    .map(({ path }) => path);
}

if (process.argv[1]?.endsWith("page-weight.mjs")) {
  const sizes = new Map();
  const size = (script) => sizes.get(script) ?? sizes.set(script, gzipSync(readFileSync(script), { level: 9 }).length).get(script);
  const weighed = pages().map(({ path, scripts }) => ({ path, kB: scripts.reduce((sum, script) => sum + size(script), 0) / 1000 }));
  for (const { path, kB } of weighed.sort((a, b) => b.kB - a.kB)) console.log(`${kB.toFixed(1).padStart(7)} kB  ${path}`);
  console.log(`The map's library is reached from: ${pagesWithMap().join(", ") || "no page"}`);
}
