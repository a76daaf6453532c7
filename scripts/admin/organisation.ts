import { addOrganisation } from "../../app/features/organisations/add-organisation.server.ts";
import { type OrganisationKind, organisationKinds } from "../../db/schema/register.ts";
import type { Connection } from "../../db/connection.ts";
import { municipalityName } from "./known-places.ts";
import { readParameters } from "./parameters.ts";

export const usage = `organisation add NAME --kind KIND [--municipality CODE]
                                             ${organisationKinds.join(", ")}`;

export async function run(_connection: Connection, parameters: string[]): Promise<string> {
  const { words, options } = readParameters(usage, parameters, { words: 2, options: ["kind"], mayHave: ["municipality"] });
  const [deed, name] = words as [string, string];
  if (deed !== "add") throw new Error(`There is no "organisation ${deed}". Usage:\n${usage}`);
  const kind = organisationKinds.find((each) => each === options.kind);
  if (!kind) throw new Error(`There is no kind "${options.kind}". Usage:\n${usage}`);
  const municipalityCode = await municipalityOf(kind, options.municipality);
  return (await addOrganisation({ kind, name: name.trim(), municipalityCode })) ? `${name} is known as ${kind}` : `${name} was known as ${kind} already`;
}

async function municipalityOf(kind: OrganisationKind, code: string | undefined): Promise<string | null> {
  if ((kind === "municipality") !== (code !== undefined)) throw new Error("A municipality, and nothing else, has --municipality CODE.");
  if (code) await municipalityName(code);
  return code ?? null;
}
