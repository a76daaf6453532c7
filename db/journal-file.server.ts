import { createReadStream, existsSync } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { type JournalKind, journalKinds } from "./schema/journal.ts";

/**
 * One line of the journal: what happened (`kind`), to which random id (`subjectId`), with which other (`objectId`), when; `id`
 * names the line itself.
 */
export type JournalLine = { id: string; kind: JournalKind; subjectId: string; objectId: string | null; at: Date };

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const pattern = new RegExp(`^(\\S+) (${journalKinds.join("|")}) (${uuid}) (${uuid})(?: (${uuid}))?$`);

/**
 * Where the journal is: JOURNAL_FILE, which must not be on the disk of the database or in its backup; beside the embedded
 * database without one. On PostgreSQL without JOURNAL_FILE there is none: null.
 */
export function journalFile(): string | null {
  if (process.env.JOURNAL_FILE) return process.env.JOURNAL_FILE;
  return process.env.DATABASE_URL ? null : join(process.env.DATA_DIR ?? ".data", "journal.txt");
}

/** Adds lines at the end, in one write, and returns when they are on the disk. A torn last line is left behind as it is. */
export async function appendToJournalFile(file: string, lines: JournalLine[]): Promise<void> {
  const isNew = !existsSync(file);
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, "a+", 0o600);
  try {
    const { size } = await handle.stat();
    const last = size > 0 ? (await handle.read(Buffer.alloc(1), 0, 1, size - 1)).buffer.toString("latin1") : "\n";
    const text = lines.map(({ id, kind, subjectId, objectId, at }) => `${at.toISOString()} ${kind} ${subjectId} ${id}${objectId ? ` ${objectId}` : ""}\n`).join("");
    await handle.appendFile(last === "\n" ? text : `\n${text}`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (isNew) await syncFolder(dirname(file));
}

/**
 * Reads the lines from the first to the last. A line that is torn (the machine stopped while writing it) has a row in the
 * database that says it was never written, so it is passed over here and written again from there.
 */
export async function* readJournalFile(file: string): AsyncGenerator<JournalLine> {
  for await (const line of createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Infinity })) {
    const match = pattern.exec(line);
    if (match) yield { at: new Date(match[1]!), kind: match[2] as JournalKind, subjectId: match[3]!, id: match[4]!, objectId: match[5] ?? null };
  }
}

/** A new file is lost with the machine until its folder is on the disk too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
