import { RateLimiterDrizzle, type RateLimiterRes } from "rate-limiter-flexible";
import { rateLimit } from "../../../db/schema/auth.ts";
import { asAuth } from "../../../db/viewer.server.ts";
import { env } from "../../env.server.ts";
import { keyedHash } from "../../http/secrets.server.ts";

/** How often something may happen per key: `points` times in `duration` seconds, for all nodes together. */
export const limits = {
  /** Mails that somebody asks for to one e-mail address. */
  mailPerEmail: { points: 5, duration: 30 * 60 },
  /** Forms from one IP address (IPv6: one /64) that cause a mail or try a code. */
  formPerIp: { points: 25, duration: 5 * 60 },
  /** Wrong codes from a mail for one e-mail address; after that only the link works. */
  wrongCodePerEmail: { points: 10, duration: 24 * 3600 },
  /** Wrong codes from a letter in one neighbourhood; at the last of them its moderators are told. */
  wrongLetterCodePerNeighbourhood: { points: 20, duration: 24 * 3600 },
  /** Codes of neighbours that one account tries, to vouch or at a door; a right one is given back. */
  claimCodePerAccount: { points: 5, duration: 24 * 3600 },
  /** Invitations from one household. */
  invitationPerHousehold: { points: 5, duration: 24 * 3600 },
  /** Invitations to a role by one account. */
  roleInvitationPerAccount: { points: 30, duration: 24 * 3600 },
  /** Numbers on confirmations that a helper tries; a right one is given back. */
  paperNumberPerHelper: { points: 10, duration: 24 * 3600 },
  /** Neighbours whom one account begins to ask something in private. */
  newThreadPerAccount: { points: 10, duration: 24 * 3600 },
  /** Messages of one account in private threads. */
  messagePerAccount: { points: 60, duration: 3600 },
  /** Files that one account sends to put things back. */
  puttingBackPerAccount: { points: 20, duration: 24 * 3600 },
  /** Codes of the second step that one account tries; a right one is given back. */
  secondFactorPerAccount: { points: 5, duration: 15 * 60 },
} as const;

export type Limit = keyof typeof limits;

/** `count` is how many points of the key are used, this one included. */
export type Consumed = { ok: boolean; count: number; secondsToWait: number };

function limiter(limit: Limit, storeClient: unknown): RateLimiterDrizzle {
  return new RateLimiterDrizzle({ storeClient, schema: rateLimit, keyPrefix: "", clearExpiredByTimeout: false, ...limits[limit] });
}

// Rows hold a keyed hash and never an address of mail or network.
const hashed = (limit: Limit, key: string) => keyedHash("rate limit", `${limit} ${key}`);

/** Uses one point. In a transaction of its own, so that it counts whatever happens next. */
export async function consume(limit: Limit, key: string): Promise<Consumed> {
  const result = await asAuth((tx) =>
    limiter(limit, tx)
      .consume(hashed(limit, key))
      .then((used) => ({ ok: true, used }))
      .catch((refused: RateLimiterRes | Error) => {
        if (refused instanceof Error) throw refused;
        return { ok: false, used: refused };
      }),
  );
  return { ok: result.ok, count: result.used.consumedPoints, secondsToWait: Math.ceil(result.used.msBeforeNext / 1000) };
}

/**
 * Counts a form by the network address of who sent it. Outside production everybody on this machine is one and the same
 * person, or a browser test, and isn't counted.
 */
export async function consumeForm(ip: string): Promise<Consumed> {
  const visitor = visitorOf(ip);
  const here = env().APP_MODE !== "production" && (visitor.startsWith("127.") || visitor === loopback6);
  return here ? { ok: true, count: 0, secondsToWait: 0 } : consume("formPerIp", visitor);
}

const loopback6 = visitorOf("::1");

/** Gives back a point that was taken before it was known whether it was due. */
export async function giveBack(limit: Limit, key: string): Promise<void> {
  await asAuth((tx) => limiter(limit, tx).reward(hashed(limit, key)));
}

/** The part of an IP address that counts as one visitor: an IPv4 address, or the first 64 bits of an IPv6 address. */
export function visitorOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped) return mapped[1]!;
  if (!ip.includes(":")) return ip;
  const [head = "", tail] = ip.toLowerCase().split("%")[0]!.split("::");
  const front = head ? head.split(":") : [];
  const back = tail ? tail.split(":") : [];
  const groups = tail === undefined ? front : [...front, ...Array(Math.max(0, 8 - front.length - back.length)).fill("0"), ...back];
  return groups.slice(0, 4).map((group) => Number.parseInt(group || "0", 16).toString(16)).join(":");
}
