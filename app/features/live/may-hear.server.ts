import { sql } from "drizzle-orm";
import { asViewer, type ViewerTx } from "../../../db/viewer.server.ts";
import { isUuid } from "../../http/is-uuid.ts";
import { purchaseNumbers } from "../purchases/purchase-numbers.server.ts";
import type { Resident } from "../session/viewer.ts";
import { type LiveTopic, mine } from "./topics.ts";

/** Whether a viewer sees the thing of a topic: asked with their own eyes. */
const sees: Record<Exclude<LiveTopic, "notices">, (tx: ViewerTx, id: string) => Promise<boolean>> = {
  question: (tx, id) => asked(tx, sql`viewer.sees('question', ${id}::uuid)`),
  purchase: (tx, id) => asked(tx, sql`exists (select from purchase p where p.id = ${id}::uuid)`),
  thread: (tx, id) => asked(tx, sql`exists (select from private_thread t where t.id = ${id}::uuid)`),
};

/**
 * Which changes this resident may hear of for an address, as the name under which they are announced.
 * @returns null for what isn't there and for what isn't theirs to see
 */
export async function mayHear(resident: Resident, topic: LiveTopic | null, id: string | undefined): Promise<string | null> {
  if (topic === "notices") return id === mine ? `notices ${resident.residentId}` : null;
  if (!topic || !isUuid(id)) return null;
  return (await asViewer(resident, (tx) => sees[topic](tx, id))) ? `${topic} ${id}` : null;
}

async function asked(tx: ViewerTx, question: ReturnType<typeof sql>): Promise<boolean> {
  const [row] = await tx.select({ yes: sql<boolean>`${question}` }).from(sql`(select) as nothing`);
  return row?.yes === true;
}

/** Numbers of a thing that everybody who sees it sees alike: told as they are, so that not each page has to be read for them. */
const numbers: Partial<Record<LiveTopic, (tx: ViewerTx, id: string) => Promise<object | null>>> = { purchase: purchaseNumbers };

/** Reads such numbers with this resident's own eyes. @returns one line of JSON, or null where they see nothing; null for a topic without */
export function numbersFor(resident: Resident, topic: LiveTopic | null, id: string | undefined): (() => Promise<string | null>) | null {
  const read = topic && numbers[topic];
  if (!read || !id) return null;
  return async () => {
    const found = await asViewer(resident, (tx) => read(tx, id));
    return found && JSON.stringify(found);
  };
}
