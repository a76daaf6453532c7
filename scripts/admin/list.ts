import { asc, eq, isNull } from "drizzle-orm";
import { listRoles } from "../../app/features/roles/list-roles.server.ts";
import type { Connection } from "../../db/connection.ts";
import { municipality, neighbourhood } from "../../db/schema/register.ts";
import { asWorker } from "../../db/viewer.server.ts";

export const usage = "list [--all]                                 moderators, officials and neighbourhoods that are open (--all: every neighbourhood)";

export async function run(_connection: Connection, parameters: string[]): Promise<string> {
  const unknown = parameters.find((parameter) => parameter !== "--all");
  if (unknown) throw new Error(`list does not know ${unknown}. Usage:\n${usage}`);
  const roles = await listRoles();
  const neighbourhoods = await asWorker((tx) =>
    tx
      .select({ code: neighbourhood.code, name: neighbourhood.name, served: neighbourhood.served, municipalityCode: municipality.code, municipality: municipality.name })
      .from(neighbourhood)
      .leftJoin(municipality, eq(municipality.code, neighbourhood.municipalityCode))
      .where(isNull(neighbourhood.endedOn))
      .orderBy(asc(municipality.name), asc(neighbourhood.name)),
  );
  const served = neighbourhoods.filter((each) => each.served);
  const shown = parameters.includes("--all") ? neighbourhoods : served;
  return [
    part("moderators", roles.filter(({ role }) => role === "moderator").map(({ email, code, name }) => [email, code, name])),
    part("officials", roles.filter(({ role }) => role === "official").map(({ email, code, name }) => [email, code, name])),
    part(`neighbourhoods (${served.length} of ${neighbourhoods.length} open)`, shown.map((each) => [each.code, each.name, each.served ? "open" : "-", each.municipalityCode ?? "", each.municipality ?? ""])),
  ].join("\n");
}

function part(title: string, rows: string[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]!.length))) ?? [];
  const lines = rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join("  ")}`.trimEnd());
  return [`${title}:`, ...(lines.length ? lines : ["  none"])].join("\n");
}
