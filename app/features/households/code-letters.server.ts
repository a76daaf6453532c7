import { inArray, sql } from "drizzle-orm";
import { letterCode, type Locale, signup } from "../../../db/schema/auth.ts";
import type { AuthTx } from "../../../db/viewer.server.ts";
import { showCode } from "../session/short-code.ts";
import type { DueLetter } from "./due-letters.server.ts";
import { findHomes } from "./find-addresses.server.ts";
import { hashLetterCode, makeLetterCode } from "./letter-code.server.ts";

/** Days in which a code from a letter counts, from its printing. */
export const letterCodeDays = 30;

/** A letter with its code, which exists here and on paper only; no name is known at the address. */
export type CodedLetter = { letterId: string; invitation: boolean; /** To take over what was entered on paper. */ onPaper: boolean; locale: Locale; addressLines: string[]; code: string; validUntil: Date };

/**
 * Makes the codes of letters at the moment at which they are printed; the database keeps HMACs only. Whatever code a letter
 * had before ends, and its sign-up has its five tries again.
 */
export async function codeLetters(tx: AuthTx, letters: readonly DueLetter[]): Promise<CodedLetter[]> {
  if (letters.length === 0) return [];
  const validUntil = new Date(Date.now() + letterCodeDays * 86_400_000);
  const homes = await findHomes(tx, letters.map(({ dwellingId }) => dwellingId));
  const coded = letters.flatMap(({ id, signupId, paperResidentId, dwellingId, locale }) => {
    const home = homes.get(dwellingId);
    if (!home) return [];
    const code = makeLetterCode();
    const row = { letterId: id, signupId, codeHmac: hashLetterCode(id, code), tries: 0, createdAt: new Date(), expiresAt: validUntil, usedAt: null };
    return [{ row, printed: { letterId: id, invitation: signupId === null && paperResidentId === null, onPaper: paperResidentId !== null, locale, addressLines: [home.line, `${home.postcode}  ${home.place}`.trim()], code: showCode(code), validUntil } }];
  });
  if (coded.length === 0) return [];
  await tx
    .insert(letterCode)
    .values(coded.map(({ row }) => row))
    .onConflictDoUpdate({ target: letterCode.letterId, set: { codeHmac: sql`excluded.code_hmac`, tries: 0, createdAt: sql`excluded.created_at`, expiresAt: sql`excluded.expires_at`, usedAt: null } });
  const signups = letters.flatMap(({ signupId }) => signupId ?? []);
  if (signups.length > 0) await tx.update(signup).set({ codeTries: 0 }).where(inArray(signup.id, signups));
  return coded.map(({ printed }) => printed);
}
