import { sql } from "drizzle-orm";
import { organisation } from "../../../db/schema/register.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import type { ManagerKind } from "./manager-kinds.ts";

/** The organisation of this kind and name, made where there was none. @returns its id */
export async function nameOrganisation(kind: ManagerKind, name: string): Promise<string> {
  const [row] = await asAuth((tx) =>
    tx
      .insert(organisation)
      .values({ kind, name })
      .onConflictDoUpdate({ target: [organisation.kind, organisation.name], set: { createdAt: sql`now()` } })
      .returning({ id: organisation.id }),
  );
  return row!.id;
}
