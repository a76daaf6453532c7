import { randomInt, randomUUID } from "node:crypto";
import * as auth from "../../../db/schema/auth.ts";
import { dwelling, household, resident } from "../../support/people.ts";
import { attack, besieged, type Besieged, form, type Outcome, whole } from "../besieged.ts";

// Does an answer tell whether something exists? Two kinds of questions, in a random order, are compared: by status, by
// headers, by length, and by time with Welch's t over all but the slowest tenth, in which this machine's own hiccups are.

type Answer = Awaited<ReturnType<Besieged["ask"]>>;
type Question = () => Promise<Answer>;
/** |t| from which a difference in time is no accident (TVLA, ISO/IEC 17825). */
const mostT = 4.5;
const samples = whole ? 10_000 : 60;

besieged("finding out who is there", (siege) => {
  attack(siege, "logging in: has this mailbox an account", async () => {
    const known = await accounts(siege, samples);
    return compare(
      () => siege.ask({ path: "/inloggen", body: form({ email: known.pop()! }) }),
      () => siege.ask({ path: "/inloggen", body: form({ email: newEmail() }) }),
    );
  });

  attack(siege, "joining: has this mailbox an account", async () => {
    const known = await accounts(siege, samples);
    const { id } = await dwelling(siege.things.neighbourhood!);
    const join = (email: string) => siege.ask({ path: `/meedoen/mail?adres=${id}`, body: form({ email, leeftijd: "ja" }) });
    return compare(() => join(known.pop()!), () => join(newEmail()));
  });

  attack(siege, "joining: does anybody at this address take part", async () => {
    const [joined, empty] = [await dwelling(siege.things.neighbourhood!), await dwelling(siege.things.neighbourhood!)];
    await resident(await household(joined));
    const join = (id: string) => siege.ask({ path: `/meedoen/mail?adres=${id}`, body: form({ email: newEmail(), leeftijd: "ja" }) });
    return compare(() => join(joined.id), () => join(empty.id));
  });

  attack(siege, "reading: is there a measure with this id that I may not see", async () => {
    const cookie = await siege.town.cookieOf("resident");
    const read = (id: string) => siege.ask({ path: `/maatregelen/${id}` }, cookie);
    return compare(() => read(siege.things["bystander measure"]!), () => read(randomUUID()));
  });
});

const newEmail = () => `${randomUUID()}@voorbeeld.test`;

/** E-mail addresses that have an account; as long as those of {@link newEmail}. */
async function accounts({ owner }: Besieged, count: number): Promise<string[]> {
  const emails = Array.from({ length: count }, newEmail);
  for (let from = 0; from < count; from += 1_000) await owner.db.insert(auth.account).values(emails.slice(from, from + 1_000).map((email) => ({ email })));
  return emails;
}

/** Asks both questions, `samples` times together. Each must have the same answer whichever it is. */
async function compare(first: Question, second: Question): Promise<Outcome> {
  const times: [number[], number[]] = [[], []];
  const shapes: [Set<string>, Set<string>] = [new Set(), new Set()];
  // The first answers of a page are slow for whoever asks.
  for (let round = 0; round < 10; round++) for (const question of [first, second]) await question();
  for (let sample = 0; sample < samples - 20; sample++) {
    const which = randomInt(2) as 0 | 1;
    const answer = await (which ? second : first)();
    times[which].push(answer.milliseconds);
    shapes[which].add(shapeOf(answer));
  }
  const t = welch(...times);
  const through = [...shapes[0]].every((shape) => shapes[1].has(shape)) && shapes[0].size === shapes[1].size ? [] : [`answers differ: ${[...shapes[0], "against", ...shapes[1]].join("\n")}`];
  if (Math.abs(t) >= mostT) through.push(`times differ: t = ${t.toFixed(1)}`);
  return { tried: samples, through, remark: `|t| = ${Math.abs(t).toFixed(2)}` };
}

/** Everything of an answer but what is new in each: nonces, ids of this request, secrets of the same length. */
function shapeOf({ status, headers, text }: Answer): string {
  const kept = Object.entries(headers).filter(([name]) => !["date", "etag"].includes(name)).map(([name, value]) => `${name}: ${String(value).replaceAll(/'nonce-[^']+'/g, "nonce").replaceAll(/=[\w-]{40,}/g, (secret) => `=${secret.length}`)}`);
  return `${status} ${text.length} ${kept.sort().join(" | ")}`.replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|adres=\d{16}/g, "an id");
}

/** Welch's t of two lists of milliseconds, without the slowest tenth of both together. */
function welch(first: number[], second: number[]): number {
  const sorted = [...first, ...second].sort((a, b) => a - b);
  const limit = sorted[Math.floor(sorted.length * 0.9)]!;
  const [a, b] = [first, second].map((times) => {
    const kept = times.filter((time) => time <= limit);
    const mean = kept.reduce((sum, time) => sum + time, 0) / kept.length;
    return { mean, error: kept.reduce((sum, time) => sum + (time - mean) ** 2, 0) / (kept.length - 1) / kept.length };
  }) as [{ mean: number; error: number }, { mean: number; error: number }];
  return (a.mean - b.mean) / Math.sqrt(a.error + b.error);
}
