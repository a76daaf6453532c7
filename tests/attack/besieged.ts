import { appendFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Connection } from "../../db/connection.ts";
import { type DatabaseKind, databaseKinds, ownerConnection, testDatabase } from "../support/databases.ts";
import { hasBuild, runApp, type RunningApp } from "../support/running-app.ts";
import { send } from "./fuzz-answers.ts";
import type { FuzzRequest } from "./fuzz-requests.ts";
import { bystander, fuzzTown, type FuzzTown } from "./fuzz-town.ts";

// What every attack needs: the built app answering on a port, and a town of which the attacker knows every id.

/** Whether the attacks run whole, as `npm run attack` has them, or reduced, as a part of the tests. */
export const whole = process.env.PROOF !== undefined;

export type Besieged = {
  kind: DatabaseKind;
  readonly app: RunningApp;
  /** Passes every policy: for what an attacker would have had to prepare, and to see what an attack changed. */
  readonly owner: Connection;
  readonly town: FuzzTown;
  /** Everything that can be named in a request, with what belongs to somebody in another neighbourhood. */
  readonly things: Record<string, string>;
  /** Asks as an attacker does; what isn't said is as a browser on our own page would have it. */
  ask(request: Partial<FuzzRequest> & { path: string }, cookie?: string): ReturnType<typeof send>;
};

/** What an attack tried, and every try that was let through, in words. */
export type Outcome = { tried: number; through: string[]; remark?: string };

/**
 * Attacks on a running app. Every one prints a line, and fails when anything was let through.
 * @param proxies 1 for attackers who say which network they come from
 */
export function besieged(what: string, attacks: (besieged: Besieged) => void, proxies = 0): void {
  describe.runIf(hasBuild(what)).each(databaseKinds)(`${what}, on %s`, (kind) => {
    const database = testDatabase(kind);
    const made = { kind } as { -readonly [Key in keyof Besieged]: Besieged[Key] };
    beforeAll(async () => {
      for (const channel of ["warn", "error", "info"] as const) vi.spyOn(console, channel).mockImplementation(() => {});
      made.owner = ownerConnection(database);
      const onlooker = await bystander(made.owner);
      made.app = await runApp("build/client", proxies);
      made.town = await fuzzTown(made.owner);
      made.things = { ...made.town.things, ...onlooker.things, build: made.app.version };
      made.ask = (request, cookie = "") =>
        send(made.app.url, { visitor: "nobody", method: request.body ? "POST" : "GET", query: [], headers: [], from: "own site", body: null, ...request }, cookie, made.things);
    });
    afterAll(async () => {
      vi.restoreAllMocks();
      made.app?.stop();
      if (made.owner && made.owner !== database.connection) await made.owner.close();
    });
    attacks(made);
  });
}

/** One attack as a test. @param hours how long it may take at most, whole */
export function attack(besieged: Besieged, name: string, tries: () => Promise<Outcome>, { hours = 0.5 } = {}): void {
  it(name, { timeout: whole ? hours * 3_600_000 : 120_000 }, async () => {
    const { tried, through, remark } = await tries();
    const line = `${through.length ? "LET THROUGH" : "held"}  ${name} (${besieged.kind}): ${tried} tried, ${through.length} let through${remark ? `; ${remark}` : ""}`;
    if (process.env.ATTACK_LINES) appendFileSync(process.env.ATTACK_LINES, `${line}\n`);
    expect(tried, "an attack that tries nothing proves nothing").toBeGreaterThan(0);
    expect(through.slice(0, 20)).toEqual([]);
  });
}

/** The cookies that an answer sets, as a browser sends them back. */
export function cookiesOf(answer: { headers: Record<string, unknown> }): string {
  return ((answer.headers["set-cookie"] as string[] | undefined) ?? []).map((line) => line.split(";")[0]!).join("; ");
}

/** A form as a browser sends it. */
export function form(fields: Record<string, string>): FuzzRequest["body"] {
  return { sentAs: "urlencoded", fields: Object.entries(fields), file: "none" };
}
