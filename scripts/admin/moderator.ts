import { endRole } from "../../app/features/roles/end-role.server.ts";
import { grantRole } from "../../app/features/roles/grant-role.server.ts";
import type { Connection } from "../../db/connection.ts";
import { neighbourhoodName } from "./known-places.ts";
import { readDay, readEmail, readParameters } from "./parameters.ts";

export const usage = `moderator add EMAIL --neighbourhood CODE [--until YYYY-MM-DD]
                                             may moderate a neighbourhood; asks for a second step at the next log-in
moderator end EMAIL --neighbourhood CODE   may no longer`;

export async function run(_connection: Connection, parameters: string[]): Promise<string> {
  const { words, options } = readParameters(usage, parameters, { words: 2, options: ["neighbourhood"], mayHave: ["until"] });
  const [deed, email] = [words[0], readEmail(words[1]!)];
  const neighbourhoodCode = options.neighbourhood!;
  const place = `${await neighbourhoodName(neighbourhoodCode)} (${neighbourhoodCode})`;
  const until = readDay(options.until);
  const role = { role: "moderator", neighbourhoodCode } as const;
  if (deed === "add") return (await grantRole(email, role, until)) ? `${email} moderates ${place}${until ? ` until and including ${until}` : ""}` : `${email} moderated ${place} already`;
  if (deed === "end") {
    if (await endRole(email, role)) return `${email} no longer moderates ${place}`;
    throw new Error(`${email} does not moderate ${place}.`);
  }
  throw new Error(`There is no "moderator ${deed}". Usage:\n${usage}`);
}
