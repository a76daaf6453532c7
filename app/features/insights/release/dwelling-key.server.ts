import { createHmac } from "node:crypto";

/**
 * The row of a dwelling in the ledger of a year. Of the dwelling and not of the household: leaving and joining again, under
 * whatever account, finds the same row, and without the secret nobody finds the dwelling.
 * @param secret kept outside the database
 */
export function ledgerKey(secret: Uint8Array, dwelling: string, year: string): string {
  return createHmac("sha256", secret).update(JSON.stringify(["ledger", dwelling, year])).digest("base64url");
}

/** Where a cell comes in the order in which a dwelling's cells are chosen. The same in every release, so that no cell comes by turns. */
export function cellOrder(secret: Uint8Array, dwelling: string, table: string, cell: string): string {
  return createHmac("sha256", secret).update(JSON.stringify(["cell", dwelling, table, cell])).digest("base64url");
}
