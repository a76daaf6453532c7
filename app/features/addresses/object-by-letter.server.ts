import { sql } from "drizzle-orm";
import { asAuth } from "../../../db/viewer.server.ts";
import { wakeDelivery } from "../notifications/enqueue.server.ts";
import { hashObjectionCode } from "./claim-code.server.ts";

/**
 * Objects to a claim with the code from the letter to the address; no account is needed. Doing it again changes nothing.
 * @returns false when the code is not one for an address with this postcode, or older than 30 days
 */
export async function objectByLetter(postcode: string, code: string): Promise<boolean> {
  return asAuth(async (tx) => {
    const [row] = await tx.select({ known: sql<boolean>`viewer.object_by_letter(${postcode}, ${hashObjectionCode(code)})` }).from(sql`(select) as nothing`);
    await wakeDelivery(tx);
    return row!.known;
  });
}
