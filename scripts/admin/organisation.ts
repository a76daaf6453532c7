import { addOrganisation } from "../../app/features/organisations/add-organisation.server.ts";
import { changeContact } from "../../app/features/organisations/change-contact.server.ts";
import { type OrganisationKind, organisationKinds } from "../../db/schema/register.ts";
import type { Connection } from "../../db/connection.ts";
import { municipalityName } from "./known-places.ts";
import { readEmail, readParameters } from "./parameters.ts";

export const usage = `organisation add NAME --kind KIND [--municipality CODE]
                                             ${organisationKinds.join(", ")}
organisation contact NAME [--address ADDRESS] [--phone NUMBER] [--email EMAIL]
                                             how a cooperative is reached, on its letters`;

export async function run(_connection: Connection, parameters: string[]): Promise<string> {
  if (parameters[0] === "contact") return changed(parameters);
  const { words, options } = readParameters(usage, parameters, { words: 2, options: ["kind"], mayHave: ["municipality"] });
  const [deed, name] = words as [string, string];
  if (deed !== "add") throw new Error(`There is no "organisation ${deed}". Usage:\n${usage}`);
  const kind = organisationKinds.find((each) => each === options.kind);
  if (!kind) throw new Error(`There is no kind "${options.kind}". Usage:\n${usage}`);
  const municipalityCode = await municipalityOf(kind, options.municipality);
  return (await addOrganisation({ kind, name: name.trim(), municipalityCode })) ? `${name} is known as ${kind}` : `${name} was known as ${kind} already`;
}

async function changed(parameters: string[]): Promise<string> {
  const { words, options } = readParameters(usage, parameters, { words: 2, mayHave: ["address", "phone", "email"] });
  const name = words[1]!;
  const contact = Object.fromEntries(Object.entries(options).map(([field, text]) => [field, text.trim()]));
  if (Object.keys(contact).length === 0) throw new Error(`Nothing to change was given. Usage:\n${usage}`);
  if (contact.email) contact.email = readEmail(contact.email);
  if (!(await changeContact(name, contact))) throw new Error(`There is no cooperative "${name}". \`npm run admin -- organisation add "${name}" --kind cooperative\` makes it known.`);
  return `the letters of ${name} say its new ${Object.keys(contact).join(" and ")}`;
}

async function municipalityOf(kind: OrganisationKind, code: string | undefined): Promise<string | null> {
  if ((kind === "municipality") !== (code !== undefined)) throw new Error("A municipality, and nothing else, has --municipality CODE.");
  if (code) await municipalityName(code);
  return code ?? null;
}
