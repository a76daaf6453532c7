import { and, eq, isNotNull, isNull, lte, notExists, sql } from "drizzle-orm";
import { addressClaim } from "../../../db/schema/addresses.ts";
import type { Locale } from "../../../db/schema/auth.ts";
import { letter } from "../../../db/schema/sharing.ts";
import type { AuthTx } from "../../../db/viewer.server.ts";
import { refusedHere } from "../households/due-letters.server.ts";
import { findHome } from "../households/find-addresses.server.ts";
import { makeLetterCode } from "../households/letter-code.server.ts";
import { showCode } from "../session/short-code.ts";
import { claimCodeDays, hashObjectionCode } from "./claim-code.server.ts";

export type DueNotice = { id: string; claimId: string; dwellingId: string; locale: Locale };

/**
 * Letters that tell an address of a claim and may be printed now. They wait for no other letter to that address: else who
 * asks for one there could keep this one back. An address that wants no letters gets none of these either.
 */
export async function dueNotices(tx: AuthTx, which: ReturnType<typeof and>): Promise<DueNotice[]> {
  const rows = await tx
    .select({ id: letter.id, claimId: addressClaim.id, dwellingId: letter.dwellingId })
    .from(letter)
    .innerJoin(addressClaim, and(eq(addressClaim.id, letter.claimId), isNull(addressClaim.endedAt)))
    .where(and(isNotNull(letter.claimId), isNull(letter.endedAt), lte(letter.printAfter, sql`now()`), notExists(refusedHere(tx)), which))
    .orderBy(letter.requestedAt)
    .for("update", { of: letter });
  // The letter is for whoever lives there, whatever language who signed up reads.
  return rows.map((row) => ({ ...row, locale: "nl" }));
}

export type CodedNotice = { kind: "notice"; letterId: string; locale: Locale; addressLines: string[]; code: string; validUntil: Date };

/** Gives them a code to object with, for 30 days; the database keeps an HMAC only, and an earlier code ends. */
export async function codeNotices(tx: AuthTx, notices: readonly DueNotice[]): Promise<CodedNotice[]> {
  const validUntil = new Date(Date.now() + claimCodeDays * 86_400_000);
  const coded: CodedNotice[] = [];
  for (const { id, claimId, dwellingId, locale } of notices) {
    const home = await findHome(tx, dwellingId);
    if (!home) continue;
    const code = makeLetterCode();
    await tx.update(addressClaim).set({ objectCodeHmac: hashObjectionCode(code), objectCodeExpiresAt: validUntil }).where(eq(addressClaim.id, claimId));
    coded.push({ kind: "notice", letterId: id, locale, addressLines: [home.line, `${home.postcode}  ${home.place}`.trim()], code: showCode(code), validUntil });
  }
  return coded;
}
