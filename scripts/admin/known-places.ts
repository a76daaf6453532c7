import { and, eq, isNull } from "drizzle-orm";
import { municipality, neighbourhood } from "../../db/schema/register.ts";
import { asWorker } from "../../db/viewer.server.ts";

/** The name of a neighbourhood. @throws when there is none with this code */
export async function neighbourhoodName(code: string): Promise<string> {
  const [row] = await asWorker((tx) => tx.select({ name: neighbourhood.name }).from(neighbourhood).where(and(eq(neighbourhood.code, code), isNull(neighbourhood.endedOn))));
  if (!row) throw new Error(`There is no neighbourhood ${code}. \`npm run admin -- list --all\` shows those that were imported.`);
  return row.name;
}

/** The name of a municipality. @throws when there is none with this code */
export async function municipalityName(code: string): Promise<string> {
  const [row] = await asWorker((tx) => tx.select({ name: municipality.name }).from(municipality).where(eq(municipality.code, code)));
  if (!row) throw new Error(`There is no municipality ${code}. \`npm run admin -- list --all\` shows those that were imported.`);
  return row.name;
}
