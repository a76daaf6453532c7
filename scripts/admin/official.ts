import { endRole } from "../../app/features/roles/end-role.server.ts";
import { grantRole } from "../../app/features/roles/grant-role.server.ts";
import type { Connection } from "../../db/connection.ts";
import { municipalityName } from "./known-places.ts";
import { readDay, readEmail, readParameters } from "./parameters.ts";

export const usage = `official add EMAIL --municipality CODE [--until YYYY-MM-DD]
                                             may read the published figures; asks for a second step at the next log-in
official end EMAIL --municipality CODE       may no longer`;

export async function run(_connection: Connection, parameters: string[]): Promise<string> {
  const { words, options } = readParameters(usage, parameters, { words: 2, options: ["municipality"], mayHave: ["until"] });
  const [deed, email] = [words[0], readEmail(words[1]!)];
  const municipalityCode = options.municipality!;
  const place = `${await municipalityName(municipalityCode)} (${municipalityCode})`;
  const until = readDay(options.until);
  const role = { role: "official", municipalityCode } as const;
  if (deed === "add") return (await grantRole(email, role, until)) ? `${email} is an official of ${place}${until ? ` until and including ${until}` : ""}` : `${email} was an official of ${place} already`;
  if (deed === "end") {
    if (await endRole(email, role)) return `${email} is no longer an official of ${place}`;
    throw new Error(`${email} is no official of ${place}.`);
  }
  throw new Error(`There is no "official ${deed}". Usage:\n${usage}`);
}
