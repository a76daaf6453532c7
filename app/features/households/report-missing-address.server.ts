import { eq } from "drizzle-orm";
import type { Locale } from "../../../db/schema/auth.ts";
import { dwelling } from "../../../db/schema/register.ts";
import { missingAddress } from "../../../db/schema/sharing.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { type Refusal, refuseTooManyMails } from "../session/ask-to-log-in.server.ts";

export type MissingAddress = { postcode: string; houseNumber: string; streetName: string | null; note: string | null; email: string; locale: Locale };

/** Tells the moderators of the neighbourhood in which the postcode lies (all of them where it is unknown) that an address is missing. */
export async function reportMissingAddress(asked: MissingAddress, ip: string): Promise<Refusal> {
  const refusal = await refuseTooManyMails(asked.email, ip);
  if (refusal) return refusal;
  await asAuth(async (tx) => {
    const [near] = await tx.select({ code: dwelling.neighbourhoodCode }).from(dwelling).where(eq(dwelling.postcode, asked.postcode)).limit(1);
    await tx.insert(missingAddress).values({ ...asked, neighbourhoodCode: near?.code ?? null });
  });
  return null;
}
