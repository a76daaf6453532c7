import type { ServerResponse } from "node:http";
import { type Listening, listenTo } from "../../../db/listen.server.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { safeTrace } from "../../http/safe-trace.server.ts";
import { standingSessions } from "../session/hashed-session-adapter.server.ts";
import { liveChannel } from "./announce-change.server.ts";

/**
 * One open page. `stillHears` asks anew whether its viewer may see what it listens to. `readNumbers` reads, as its viewer, the numbers
 * that are the same for everybody who hears this key, as one line of JSON, or null where its viewer sees nothing; topics without
 * such numbers have none.
 */
export type OpenPage = { key: string; sessionId: string; residentId: string; response: ServerResponse; stillHears: () => Promise<boolean>; readNumbers: (() => Promise<string | null>) | null };
type Known = OpenPage & { askedAt: number; endsAt: number };

/** How many pages of one session may listen at once; a browser shows few tabs at a time. */
export const mostPerSession = 8;
/** Between two signs of life, in milliseconds; proxies close what is silent for a minute. */
export const beatEvery = 25_000;
/** A second change within this time is told at its end, with all that came in between. */
const burst = 250;
/** A page that was read a moment before it listens hears of a change in between. */
const recently = 15_000;
/** For how long the right to hear is taken as given; after that it is asked again before a second change is told. */
const trusted = 30_000;
/** A browser comes back by itself after this time, and is asked who it is. */
const longest = 10 * 60_000;
/** After a gap all pages read again: this many at a time. */
const atOnce = { pages: 50, every: 100 };
/** How many are asked to read the numbers before it is left to each page. */
const mostReaders = 3;
const mostUnread = 64 * 1024;

/** How long one page takes to be read again, in milliseconds, with room for what else is asked meanwhile. */
const readingTakes = 40;
/** Pages that hear of one change read again within this time at least, in milliseconds, each at its own moment. */
const shortest = 1_000;

/** @param pages how many hear it: the more, the longer they spread their reading */
const changed = (pages: number) => Buffer.from(`event: changed\ndata: ${Math.max(shortest, pages * readingTakes)}\n\n`);
const beat = Buffer.from(":\n\n");

/** Passes on to open pages what the database announces, in one process. */
class Hub {
  readonly #pages = new Map<string, Set<Known>>();
  readonly #perSession = new Map<string, Set<Known>>();
  readonly #lastChange = new Map<string, number>();
  readonly #told = new Map<string, { again: boolean }>();
  readonly #doubted: Known[] = [];
  readonly #toldAt = new Map<string, number>();
  #timesAsked = 0;
  #asking = 0;
  #listening: Promise<Listening> | null = null;
  readonly #timer = setInterval(() => void this.#beat().catch((error) => console.error("live:", safeTrace(error))), beatEvery).unref();

  /** Begins to hear the database; safe to call for every page. */
  async listen(): Promise<void> {
    this.#listening ??= listenTo(liveChannel, (payload) => this.#heard(payload), () => this.#tellAll());
    await this.#listening.catch((error) => {
      this.#listening = null;
      throw error;
    });
  }

  /** Lets a page listen until it goes away. @returns false when its session has too many open already */
  join(page: OpenPage): boolean {
    const now = Date.now();
    const ofSession = this.#perSession.get(page.sessionId) ?? new Set();
    if (ofSession.size >= mostPerSession) return false;
    const known: Known = { ...page, askedAt: now, endsAt: now + longest * (0.8 + 0.2 * Math.random()) };
    this.#perSession.set(page.sessionId, ofSession.add(known));
    this.#pages.set(page.key, (this.#pages.get(page.key) ?? new Set()).add(known));
    page.response.once("close", () => this.#leave(known));
    if (now - (this.#lastChange.get(page.key) ?? 0) < recently) page.response.write(changed(1));
    return true;
  }

  /** Ends all connections; browsers come back to another process by themselves. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    for (const page of this.#all()) page.response.end();
    await (await this.#listening?.catch(() => null))?.stop();
  }

  #leave(page: Known): void {
    for (const [group, name] of [[this.#pages, page.key], [this.#perSession, page.sessionId]] as const) {
      const pages = group.get(name);
      pages?.delete(page);
      if (pages?.size === 0) group.delete(name);
    }
    if (!this.#pages.has(page.key)) this.#toldAt.delete(page.key);
  }

  #heard(payload: string): void {
    if (payload.startsWith("session ")) {
      for (const page of this.#perSession.get(payload.slice("session ".length)) ?? []) page.response.end();
      return;
    }
    if (payload.startsWith("resident ")) {
      const residentId = payload.slice("resident ".length);
      for (const page of this.#all()) if (page.residentId === residentId) page.response.end();
      return;
    }
    this.#lastChange.set(payload, Date.now());
    const before = this.#told.get(payload);
    if (before) before.again = true;
    else this.#tell(payload);
  }

  #tell(key: string): void {
    const pages = this.#pages.get(key);
    if (!pages) return;
    const told = { again: false };
    this.#told.set(key, told);
    setTimeout(() => {
      this.#told.delete(key);
      if (told.again) this.#tell(key);
    }, burst).unref();
    const words = changed(pages.size);
    for (const page of pages) this.#say(page, words);
    this.#doubt(pages);
    void this.#tellNumbers(key).catch((error) => console.error("live:", safeTrace(error)));
  }

  /** Reads the numbers once, as one who may see them, for all who hear it: whoever may not any more has been sent away by then. */
  async #tellNumbers(key: string): Promise<void> {
    const asked = ++this.#timesAsked;
    for (const reader of [...(this.#pages.get(key) ?? [])].slice(0, mostReaders)) {
      const line = await reader.readNumbers?.();
      if (!line) continue;
      const pages = this.#pages.get(key);
      // A reading that began later says more, and may be ready before.
      if (!pages || (this.#toldAt.get(key) ?? 0) > asked) return;
      this.#toldAt.set(key, asked);
      const said = Buffer.from(`event: numbers\ndata: ${line}\n\n`);
      for (const page of pages) this.#say(page, said);
      return;
    }
  }

  #say(page: Known, what: Buffer): void {
    if (page.response.writableLength > mostUnread) page.response.destroy();
    else page.response.write(what);
  }

  #tellAll(): void {
    const words = changed(1);
    [...this.#all()].forEach((page, i) => void setTimeout(() => this.#say(page, words), atOnce.every * Math.floor(i / atOnce.pages)).unref());
  }

  /** Asks again, a few at a time, whether who was told may still see it. */
  #doubt(pages: Iterable<Known>): void {
    const now = Date.now();
    for (const page of pages) {
      if (now - page.askedAt < trusted) continue;
      page.askedAt = now;
      this.#doubted.push(page);
    }
    while (this.#asking < 4 && this.#doubted.length > 0) {
      this.#asking++;
      void this.#askDoubted();
    }
  }

  async #askDoubted(): Promise<void> {
    for (let page = this.#doubted.shift(); page; page = this.#doubted.shift()) {
      if (page.response.destroyed) continue;
      const hears = await page.stillHears().catch(() => false);
      if (!hears) page.response.end();
    }
    this.#asking--;
  }

  async #beat(): Promise<void> {
    const now = Date.now();
    for (const [key, at] of this.#lastChange) if (now - at > recently) this.#lastChange.delete(key);
    for (const page of this.#all()) {
      if (page.endsAt < now) page.response.end();
      else this.#say(page, beat);
    }
    const ids = [...this.#perSession.keys()];
    if (ids.length === 0) return;
    const standing = await asAuth((tx) => standingSessions(tx, ids));
    for (const id of ids) {
      if (standing.has(id)) continue;
      for (const page of this.#perSession.get(id) ?? []) page.response.end();
    }
  }

  *#all(): Generator<Known> {
    for (const pages of this.#pages.values()) yield* pages;
  }
}

let current: Hub | null = null;

/** The hub of this process, which hears the database from now on. */
export async function liveHub(): Promise<Hub> {
  current ??= new Hub();
  const hub = current;
  await hub.listen();
  return hub;
}

/** Ends all live connections of this process, so that it can stop. */
export async function closeLive(): Promise<void> {
  const open = current;
  current = null;
  await open?.close();
}
