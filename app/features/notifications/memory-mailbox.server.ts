import { env } from "../../env.server.ts";
import { notFound } from "../../http/not-found.server.ts";
import type { Mail, Transport } from "./mail.ts";

export type PostedItem = { id: string; kind: "mail" | "letter"; at: Date; to: string; subject: string; html: string; text: string };

const kept = 500;
const holder = globalThis as typeof globalThis & { buurhofMailbox?: Map<string, PostedItem> };

function box(): Map<string, PostedItem> {
  return (holder.buurhofMailbox ??= new Map());
}

/** Puts something in the mailbox that exists in the memory of this process only. The same id twice replaces. */
export function post(item: PostedItem): void {
  box().delete(item.id);
  box().set(item.id, item);
  for (const id of [...box().keys()].slice(0, Math.max(0, box().size - kept))) box().delete(id);
}

/** What is in the mailbox, newest first. */
export function posted(): PostedItem[] {
  return [...box().values()].reverse();
}

/** Keeps mail in memory instead of sending it: for the demo, development and tests. */
export const memoryTransport: Transport = async (mail: Mail, idempotencyKey) => {
  post({ id: idempotencyKey, kind: "mail", at: new Date(), ...mail });
};

/** For the pages that show it. @throws 404 in production, where there is no such mailbox */
export function requirePostbox(): void {
  if (env().APP_MODE === "production") throw notFound();
}
