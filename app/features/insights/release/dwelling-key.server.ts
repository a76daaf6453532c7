import { createHmac, createSecretKey, type KeyObject } from "node:crypto";

const keys = new WeakMap<Uint8Array, KeyObject>();

/** HMAC-SHA-256. The secret is made ready once: that takes as long as the rest. */
function keyed(secret: Uint8Array, words: readonly string[]) {
  const key = keys.get(secret) ?? createSecretKey(secret);
  keys.set(secret, key);
  return createHmac("sha256", key).update(JSON.stringify(words));
}

/** Answers of which a row of the ledger can say which it was. */
const MOST_ANSWERS = 4;

/**
 * The row of a dwelling in the ledger of a year. Of the dwelling and not of the household: leaving and joining again, under whatever
 * account, finds the same row, and without the secret nobody finds the dwelling, nor which rows of two years are of the same one.
 * @param secret kept outside the database
 */
export type LedgerLine = {
  /** A uuid: the first 128 bits of the HMAC. */
  readonly key: string;
  /** What the row remembers of an answer: other bits of it for each, of which nothing is to be read. @throws RangeError for a fifth */
  tag(answer: number): string;
};

export function ledgerLine(secret: Uint8Array, dwelling: string, year: string): LedgerLine {
  const hex = keyed(secret, ["ledger", dwelling, year]).digest("hex");
  return {
    key: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`,
    tag(answer) {
      if (!(answer >= 0 && answer < MOST_ANSWERS)) throw new RangeError("A row of the ledger remembers one of four answers.");
      return hex.slice(32 + 8 * answer, 40 + 8 * answer);
    },
  };
}

/** Where a cell comes in the order in which a dwelling's cells are chosen. The same in every release, so that no cell comes by turns. */
export function cellOrder(secret: Uint8Array, dwelling: string, table: string, cell: string): string {
  return keyed(secret, ["cell", dwelling, table, cell]).digest("base64url");
}
