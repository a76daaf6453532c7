import { asc, eq, isNull } from "drizzle-orm";
import { listRoles } from "../../app/features/roles/list-roles.server.ts";
import type { Connection } from "../../db/connection.ts";
import { municipality, neighbourhood, organisation } from "../../db/schema/register.ts";
import { asWorker } from "../../db/viewer.server.ts";

export const usage = "list [--all]                                 who has which role, organisations, and neighbourhoods that are open (--all: every neighbourhood)";

export async function run(_connection: Connection, parameters: string[]): Promise<string> {
  const unknown = parameters.find((parameter) => parameter !== "--all");
  if (unknown) throw new Error(`list does not know ${unknown}. Usage:\n${usage}`);
  const roles = await listRoles();
  const neighbourhoods = await asWorker((tx) =>
    tx
      .select({ code: neighbourhood.code, name: neighbourhood.name, served: neighbourhood.served, municipalityCode: municipality.code, municipality: municipality.name, servedBy: organisation.name })
      .from(neighbourhood)
      .leftJoin(municipality, eq(municipality.code, neighbourhood.municipalityCode))
      .leftJoin(organisation, eq(organisation.id, neighbourhood.servedBy))
      .where(isNull(neighbourhood.endedOn))
      .orderBy(asc(municipality.name), asc(neighbourhood.name)),
  );
  const organisations = await asWorker((tx) => tx.select().from(organisation).orderBy(asc(organisation.kind), asc(organisation.name)));
  const served = neighbourhoods.filter((each) => each.served);
  const shown = parameters.includes("--all") ? neighbourhoods : served;
  return [
    ...([["moderators", "moderator"], ["officials", "official"], ["contact persons", "contact_person"]] as const).map(([title, wanted]) =>
      part(title, roles.filter(({ role }) => role === wanted).map(({ email, code, name, since, until }) => [email, code, name, since, until ?? "no end"])),
    ),
    part("organisations", organisations.map(({ kind, name, municipalityCode }) => [kind, name, municipalityCode ?? ""])),
    part(`neighbourhoods (${served.length} of ${neighbourhoods.length} open)`, shown.map((each) => [each.code, each.name, each.served ? "open" : "-", each.municipalityCode ?? "", each.municipality ?? "", each.servedBy ?? ""])),
  ].join("\n");
}

function part(title: string, rows: string[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]!.length))) ?? [];
  const lines = rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join("  ")}`.trimEnd());
  return [`${title}:`, ...(lines.length ? lines : ["  none"])].join("\n");
}
