import type { Connection } from "../../db/connection.ts";
import { retentionRules } from "../../app/features/privacy/retention-rules.server.ts";
import { dryRun } from "../../app/features/privacy/run-retention.server.ts";

export const usage = "retention                                    what the next daily run would let go of, by rule; lets nothing go";

export async function run(_connection: Connection, parameters: string[]): Promise<string> {
  if (parameters.length > 0) throw new Error(`retention does not know ${parameters[0]}. Usage:\n${usage}`);
  const counts = await dryRun();
  const width = Math.max(...counts.map(({ rule }) => rule.length));
  return ["dry run, nothing was changed:", ...counts.map(({ rule, count }) => `  ${rule.padEnd(width)}  ${String(count).padStart(6)}  ${kept(rule)}`)].join("\n");
}

function kept(rule: keyof typeof retentionRules): string {
  const time = retentionRules[rule].kept;
  return time === "served" ? "once it has served" : Object.entries(time).map(([unit, count]) => `after ${count} ${unit}`).join();
}
