import autocannon from "autocannon";
import { ensurePostgres } from "../support/ensure-postgres.mjs";
import { buildBench } from "./bench-site.ts";
import { benchEmail, fill, homesPerNeighbourhood } from "./fill.ts";
import { fillQuestions, questionOf } from "./fill-questions.ts";
import type { Figure } from "./main.ts";
import { compareSites, makeSite, removeSite, type Site } from "./side-by-side.ts";

const questions = Number(process.env.BENCH_QUESTIONS ?? 1_000_000);
const seconds = Number(process.env.BENCH_SECONDS ?? 8);
/** Who asks: somebody in the middle of their neighbourhood, the same in both databases. */
const asker = 351;

const pages = {
  "question list": "/vragen",
  "answered questions": "/vragen?staat=beantwoord",
  "question page": `/vragen/${questionOf(14)}`,
  "search": "/vragen?zoek=kruipruimte",
  "search of what is misspelt": "/vragen?zoek=kruipruinte",
  "what looks like it": "/vragen/lijkt-op?titel=isolatie+van+de+kruipruimte",
  "knowledge page": "/weten/cavity_insulation",
  "knowledge, all kinds": "/weten",
};

/**
 * Pages of questions on two databases: one with nothing but the neighbourhood of who asks (a question a home, 700 homes), and one in
 * which 1M questions of other neighbourhoods stand beside it; both pages are the same. They are asked in turns, so that what else the
 * machine does counts for both: median and 95th percentile in ms, and their ratio. Then the question list at 1 and 10 connections,
 * in requests/s and as a share of the bare list of the same server.
 */
export async function* benchQuestions(): AsyncIterable<Figure> {
  const server = await ensurePostgres();
  if (!server.url) throw new Error(server.remark);
  process.env.TEST_POSTGRES_ADMIN_URL = server.url;
  if (!process.env.BENCH_BUILT) buildBench();
  const made: Site[] = [];
  try {
    for (const many of [homesPerNeighbourhood, questions]) {
      const { site, filledIn } = await makeSite(server.url, { many, port: 3990 + made.length, asker: benchEmail(asker), fill: (admin) => fill(admin, many).then(() => fillQuestions(admin, many)) });
      made.push(site);
      yield { name: "fill", questions: many, value: filledIn, unit: "s" };
    }
    yield* compareSites(pages, made[0]!, made[1]!, "questions");
    yield* perSecond(made[1]!);
  } finally {
    for (const site of made) await removeSite(site);
    await server.stop();
  }
}

async function* perSecond({ port, cookie, many }: Site): AsyncIterable<Figure> {
  for (const connections of [1, 10]) {
    const reached: Record<string, number> = {};
    for (const [page, path] of [["bare list", "/bench/lijst"], ["question list", "/vragen"]] as const) {
      const result = await autocannon({ url: `http://127.0.0.1:${port}${path}`, connections, duration: seconds, headers: { cookie, "accept-encoding": "identity" } });
      reached[page] = result.requests.average;
      yield {
        name: `${page}, logged in`,
        questions: many,
        connections,
        value: result.requests.average,
        unit: "requests/s",
        medianMs: result.latency.p50,
        p97_5Ms: result.latency.p97_5,
        perBareList: Math.round((result.requests.average / reached["bare list"]!) * 100) / 100,
        failed: result.non2xx + result.errors,
      };
    }
  }
}
