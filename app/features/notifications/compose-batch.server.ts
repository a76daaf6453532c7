import { createHash } from "node:crypto";
import { noticesToMail } from "../notices/notices-to-mail.server.ts";
import { writeNoticesMail } from "../notices/write-notices-mail.server.ts";
import { composeMail } from "./compose-mail.server.ts";
import type { OutboxRow } from "./deliver-outbox.server.ts";
import type { Mail } from "./mail.ts";

/** One mail for one or more rows of the outbox. Without a mail there is nothing to say any more, or it waits `until` then. */
export type Letter = { rows: OutboxRow[]; mail: Mail | null; key: string; notices?: string[]; until?: Date; failure?: unknown };

/** Makes the mails of a batch, as things are now; what is read for many is read once. A mail that can't be made carries its failure. */
export async function composeBatch(rows: OutboxRow[]): Promise<Letter[]> {
  const aboutNotices = rows.filter(isAboutNotices);
  const others = rows.filter((row) => !isAboutNotices(row));
  return [...(await noticeLetters(aboutNotices)), ...(await Promise.all(others.map(single)))];
}

const isAboutNotices = ({ template }: OutboxRow) => template === "notices-at-once" || template === "notices-digest";

async function single(row: OutboxRow): Promise<Letter> {
  const letter = { rows: [row], mail: null, key: keyOf([row.id]) };
  return composeMail(row).then(
    (mail) => ({ ...letter, mail }),
    (failure: unknown) => ({ ...letter, failure }),
  );
}

async function noticeLetters(rows: OutboxRow[]): Promise<Letter[]> {
  if (rows.length === 0) return [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  try {
    const letters: Letter[] = [];
    for (const found of await noticesToMail([...byId.keys()])) {
      const own = found.rows.map((id) => byId.get(id)!);
      for (const id of found.rows) byId.delete(id);
      if ("until" in found) letters.push({ rows: own, mail: null, key: "", until: found.until });
      else letters.push({ rows: own, mail: await writeNoticesMail(found), key: keyOf(found.rows), notices: found.notices.map(({ id }) => id) });
    }
    return [...letters, ...[...byId.values()].map((row) => ({ rows: [row], mail: null, key: "" }))];
  } catch (failure) {
    return rows.map((row) => ({ rows: [row], mail: null, key: "", failure }));
  }
}

/** What the other side knows a mail by: of one row its id; of several, which of them are in it. */
function keyOf(ids: string[]): string {
  return ids.length === 1 ? `buurhof-${ids[0]}` : `buurhof-${createHash("sha256").update(ids.join(" ")).digest("hex").slice(0, 32)}`;
}
