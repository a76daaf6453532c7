import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { tsImport } from "tsx/esm/api";

/** Where the tests read on which port they reach it. */
const portFile = "test-results/clock-port";

/**
 * Lets days pass in the demo of this process, which nobody else can open the database of: a request has a statement that moves rows
 * back in time, done as the owner of the tables, and the name of the job that then runs as it does by its schedule.
 */
export function startClock() {
  const clock = createServer(async (request, response) => {
    try {
      const { statement, parameters, job } = JSON.parse(await text(request));
      const rows = await (await globalThis.buurhofDatabase).rows(statement, parameters);
      if (job) for (const run of Object.values(await tsImport(`../../app/jobs/${job}.ts`, import.meta.url))) await run();
      response.end(JSON.stringify(rows));
    } catch (error) {
      response.writeHead(500).end(String(error?.stack));
    }
  });
  clock.listen(0, "127.0.0.1", () => {
    mkdirSync("test-results", { recursive: true });
    writeFileSync(portFile, String(clock.address().port));
  });
  clock.unref();
}
