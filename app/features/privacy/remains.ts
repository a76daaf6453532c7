import type { TableName } from "./inventory-line.ts";

/**
 * Where the random id of somebody who was erased still stands, and nothing else of them: the journal, so that a backup brings nothing
 * back, and the log of roles. The inventory says for how long. A test plants a word in every form and an id in every row, and finds no
 * other.
 */
export const remainsOfErased = ["journalEntry", "roleEvent"] as const satisfies readonly TableName[];
