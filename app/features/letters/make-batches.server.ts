import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { letterBatch, letterFile } from "../../../db/schema/letters.ts";
import { neighbourhood } from "../../../db/schema/register.ts";
import { signup } from "../../../db/schema/auth.ts";
import { letter } from "../../../db/schema/sharing.ts";
import { type AuthTx, asAuth } from "../../../db/viewer.server.ts";
import { env } from "../../env.server.ts";
import { sealBytes } from "../../http/sealing.server.ts";
import { serverT } from "../../i18n/words.server.ts";
import { lockLetters } from "../households/choose-letter.server.ts";
import { codeNotices, type CodedNotice, type DueNotice, dueNotices } from "../addresses/notice-letters.server.ts";
import { type CodedLetter, codeLetters } from "../households/code-letters.server.ts";
import { type DueLetter, dueLetters } from "../households/due-letters.server.ts";
import { type Batch, claimBatch, endBatch, filePurpose, holdBatch, Superseded } from "./batch-work.server.ts";
import { type AddressChoice, addressesToInvite } from "./choose-addresses.server.ts";
import { cooperativeOf } from "../neighbourhood/cooperative-of.server.ts";
import { drawLetter } from "./draw-letter.server.ts";
import { letterPdf } from "./letter-pdf.server.ts";
import type { Letterhead } from "./letter-sheet.ts";

/** Letters per transaction: so many codes are made and drawn before the progress can be seen. */
const atOnce = 20;

/**
 * Makes the files that were ordered, one after another. It may be cut off at any moment: what was half made is taken up
 * again from its beginning, with new codes in the place of the first ones.
 * @returns how many files are ready
 */
export async function makeBatches(): Promise<number> {
  let ready = 0;
  for (let batch = await claimBatch(); batch; batch = await claimBatch()) {
    try {
      if (await makeBatch(batch)) ready++;
    } catch (error) {
      if (!(error instanceof Superseded)) throw error;
    }
  }
  return ready;
}

/** @returns false when no address of the choice may have a letter now */
async function makeBatch(batch: Batch): Promise<boolean> {
  const { letters, area, cooperative } = await asAuth(async (tx) => {
    await lockLetters(tx, batch.neighbourhoodCode);
    await holdBatch(tx, batch);
    const chosen = await chooseLetters(tx, batch);
    if (chosen.length === 0) await endBatch(tx, batch.id, "nobody");
    else await tx.update(letterBatch).set({ total: chosen.length }).where(eq(letterBatch.id, batch.id));
    const [place] = await tx.select({ name: neighbourhood.name }).from(neighbourhood).where(eq(neighbourhood.code, batch.neighbourhoodCode));
    return { letters: chosen, area: place!.name, cooperative: await cooperativeOf(tx, batch.neighbourhoodCode) };
  });
  if (letters.length === 0) return false;
  const from: Letterhead = { ...cooperative, siteUrl: env().APP_URL };
  const today = new Date();
  const pdf = letterPdf({ title: serverT("nl", "letter")("fileTitle", { neighbourhood: area }), author: from.name, locale: "nl" });
  let part = 0;
  for (let first = 0; first < letters.length; first += atOnce) {
    const some = letters.slice(first, first + atOnce);
    await asAuth(async (tx) => {
      await holdBatch(tx, batch);
      const coded = [...(await codeLetters(tx, some.filter((each) => !isNotice(each)) as DueLetter[])), ...(await codeNotices(tx, some.filter(isNotice)))];
      if (coded.length < some.length) throw new Error("A home has no address any more while its letter is made.");
      const drawn: Buffer[] = [];
      for (const each of coded) {
        drawLetter(pdf, sheetOf(each, batch, area), from, today);
        // Between two letters the process answers who asks for a page.
        drawn.push(await pdf.take());
      }
      const bytes = Buffer.concat(drawn);
      if (bytes.length) await keepPart(tx, batch, part++, bytes);
      await tx.update(letterBatch).set({ made: first + some.length }).where(eq(letterBatch.id, batch.id));
    });
  }
  await asAuth(async (tx) => {
    await holdBatch(tx, batch);
    await keepPart(tx, batch, part, await pdf.end());
    await tx.update(letterBatch).set({ state: "ready", readyAt: sql`now()` }).where(eq(letterBatch.id, batch.id));
  });
  return true;
}

/** The letters of a batch: those of an attempt that was cut off, or new ones. */
async function chooseLetters(tx: AuthTx, batch: Batch): Promise<(DueLetter | DueNotice)[]> {
  const { id, neighbourhoodCode, choice, streetId, replaces } = batch;
  if (replaces) {
    const [unfetched] = await tx.select({ id: letterBatch.id }).from(letterBatch).where(and(eq(letterBatch.id, replaces), eq(letterBatch.neighbourhoodCode, neighbourhoodCode), eq(letterBatch.state, "ready"))).for("update");
    if (unfetched) await endBatch(tx, unfetched.id, "replaced");
  }
  if (choice === "requested") {
    const asked = and(inArray(letter.id, batch.letterIds), eq(letter.neighbourhoodCode, neighbourhoodCode));
    const due = [...(await dueLetters(tx, asked, id)), ...(await dueNotices(tx, asked))];
    if (due.length) await tx.update(letter).set({ batchId: id }).where(inArray(letter.id, due.map((each) => each.id)));
    return due;
  }
  const known = await lettersOf(tx, id);
  if (known.length) return known;
  const dwellings = await addressesToInvite(tx, { neighbourhoodCode, choice, streetId } satisfies AddressChoice);
  if (dwellings.length === 0) return [];
  // Their order is that of the street, and a later attempt must find it again.
  const now = Date.now();
  await tx.insert(letter).values(dwellings.map((dwellingId, index) => ({ neighbourhoodCode, dwellingId, batchId: id, requestedAt: new Date(now + index) })));
  return lettersOf(tx, id);
}

async function lettersOf(tx: AuthTx, batchId: string): Promise<DueLetter[]> {
  const rows = await tx
    .select({ id: letter.id, signupId: letter.signupId, paperResidentId: letter.paperResidentId, dwellingId: letter.dwellingId, locale: signup.locale })
    .from(letter)
    .leftJoin(signup, eq(signup.id, letter.signupId))
    .where(and(eq(letter.batchId, batchId), isNull(letter.signupId), isNull(letter.endedAt)))
    .orderBy(asc(letter.requestedAt), asc(letter.id));
  return rows.map((row) => ({ ...row, locale: row.locale ?? "nl" }));
}

async function keepPart(tx: AuthTx, { id, neighbourhoodCode }: Batch, part: number, bytes: Buffer): Promise<void> {
  await tx.insert(letterFile).values({ batchId: id, neighbourhoodCode, part, bytes: sealBytes(filePurpose, `${id} ${part}`, bytes) });
}

const isNotice = (each: DueLetter | DueNotice): each is DueNotice => "claimId" in each;

function sheetOf(coded: CodedLetter | CodedNotice, batch: Batch, neighbourhoodName: string) {
  if ("kind" in coded) return { ...coded, secondLocale: null, neighbourhoodName };
  const { invitation, onPaper, ...letter } = coded;
  return { ...letter, kind: invitation ? ("invitation" as const) : onPaper ? ("paper" as const) : ("requested" as const), secondLocale: batch.secondLocale, neighbourhoodName };
}
