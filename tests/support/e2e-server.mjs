import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startClock } from "./clock-of-demo.mjs";
import { freePort } from "./free-port.mjs";

// The demo itself, on a port and in a data folder of its own. DATA_DIR and PORT may name others, to look at what is left.
process.env.PORT ??= String(await freePort());
if (!process.env.DATA_DIR) {
  const folder = mkdtempSync(join(tmpdir(), "buurhof-e2e-"));
  process.env.DATA_DIR = folder;
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
}
// Lets each test come from an address of its own.
process.env.TRUST_PROXY = "1";
// Log-ins and printed letters that were kept belong to the server of another run.
for (const kept of ["log-ins", "letters"]) rmSync(`test-results/${kept}`, { recursive: true, force: true });
startClock();
await import("../../scripts/demo.mjs");
