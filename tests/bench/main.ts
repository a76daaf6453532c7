import { installDependencies } from "../../scripts/dependencies.mjs";

export type Figure = { name: string; value: number; unit: string; [detail: string]: unknown };

// npm run bench            every benchmark
// npm run bench -- pages   one of them, with what follows as its own arguments
installDependencies();
const benches: Record<string, () => Promise<AsyncIterable<Figure>>> = {
  cbs: async () => (await import("./cbs.bench.ts")).benchCbs(),
  export: async () => (await import("./export.bench.ts")).benchExport(),
  figures: async () => (await import("./figures.bench.ts")).benchFigures(),
  import: async () => (await import("./import.bench.ts")).benchImport(),
  labels: async () => (await import("./labels.bench.ts")).benchLabels(),
  live: async () => (await import("./live.bench.ts")).benchLive(),
  map: async () => (await import("./map.bench.ts")).benchMap(),
  outbox: async () => (await import("./outbox.bench.ts")).benchOutbox(),
  pages: async () => (await import("./pages.bench.ts")).benchPages(),
  purchases: async () => (await import("./purchases.bench.ts")).benchPurchases(),
  questions: async () => (await import("./questions.bench.ts")).benchQuestions(),
};
const wanted = process.argv.slice(2).filter((name) => name in benches);
for (const name of wanted.length ? wanted : Object.keys(benches)) {
  for await (const figure of await benches[name]!()) console.log(JSON.stringify({ bench: name, ...figure }));
}
process.exit(0);
