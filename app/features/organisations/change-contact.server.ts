import { and, eq } from "drizzle-orm";
import { organisation } from "../../../db/schema/register.ts";
import { asWorker } from "../../../db/viewer.server.ts";

/** How a cooperative is reached; an empty text forgets what was known, and what is left out stays. */
export type Contact = { address?: string; phone?: string; email?: string };

const most = { address: 160, phone: 30, email: 120 } as const;

/**
 * Changes how a cooperative is reached, as its next letters say it.
 * @returns false when there is no such cooperative
 * @throws when an address, number or e-mail address is shorter than 5 characters or too long
 */
export async function changeContact(name: string, contact: Contact): Promise<boolean> {
  for (const [field, longest] of Object.entries(most)) {
    const text = contact[field as keyof Contact];
    if (text && (text.length < 5 || text.length > longest)) throw new Error(`The ${field} has 5 to ${longest} characters.`);
  }
  const set = Object.fromEntries(Object.entries(contact).map(([field, text]) => [field, text || null]));
  const changed = await asWorker((tx) => tx.update(organisation).set(set).where(and(eq(organisation.kind, "cooperative"), eq(organisation.name, name))).returning({ id: organisation.id }));
  return changed.length === 1;
}
