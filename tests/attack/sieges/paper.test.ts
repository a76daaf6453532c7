import { randomBytes, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { makeLetterCode } from "../../../app/features/households/letter-code.server.ts";
import { limits } from "../../../app/features/session/rate-limits.server.ts";
import { codeAlphabet, codeFrom, codeLength, showCode } from "../../../app/features/session/short-code.ts";
import * as assisted from "../../../db/schema/assisted.ts";
import * as people from "../../../db/schema/people.ts";
import * as sharing from "../../../db/schema/sharing.ts";
import { dayBefore } from "../../support/helping.ts";
import { logIn } from "../../support/log-in.ts";
import { accountWithoutHome, dwelling, household, moderatorOf, resident } from "../../support/people.ts";
import { attack, besieged, type Besieged, form, whole } from "../besieged.ts";

const rounds = whole ? 25 : 1;

it("leaves less than one chance in a million a day to guess the number of one confirmation", () => {
  // A window of a day may begin anywhere, so two full ones touch one day.
  const guesses = 2 * limits.paperNumberPerHelper.points;
  expect(limits.paperNumberPerHelper.duration).toBe(86_400);
  expect(1 - (1 - 1 / codeAlphabet.length ** codeLength) ** guesses).toBeLessThan(1e-6);
});

besieged("helping on paper", (siege) => {
  const wish = { title: "Een bankje", audience: "household" };
  const paper = { signedOn: dayBefore(0), version: "2026-1", taal: "nl", "ondertekend[]": "ja" };
  const moderator = async () => {
    const { id } = await accountWithoutHome();
    await moderatorOf(id, siege.things.neighbourhood!);
    return { id, cookie: await logIn(id, { staff: true }) };
  };
  const contactOf = async (streetId: string) => {
    const { residentId } = await resident(await household(await dwelling(siege.things.neighbourhood!, { streetId })));
    await siege.owner.db.insert(people.roleGrant).values({ accountId: residentId, role: "contact_person", neighbourhoodCode: siege.things.neighbourhood!, streetId });
    return { id: residentId, cookie: await logIn(residentId) };
  };

  attack(siege, "a session in which somebody is helped: of another helper, ended, past its 15 minutes, of a role or a person that is gone; every page and form of it", async () => {
    const through: string[] = [];
    let tried = 0;
    for (let round = 0; round < rounds; round++) {
      const helper = await moderator();
      const fresh = () => session(siege, helper.id);
      const control = await fresh();
      const entered = await siege.ask({ path: `/helpen/${control.id}/vul-in/buurtwens`, body: form({ ...wish, id: randomUUID() }) }, helper.cookie);
      if (entered.status !== 303 || (await stateOf(siege, control)).entries !== 1) throw new Error(`the right session fails: ${entered.status}`);

      const gone = await moderator();
      const ofGone = await session(siege, gone.id);
      await siege.owner.rows("update role_grant set ended_at = now() where account_id = $1", [gone.id]);
      const [running, ended, late, old, takenOver] = [await fresh(), await fresh(), await fresh(), await fresh(), await fresh()];
      await siege.owner.rows("update assisted_session set ended_at = now() where id = $1", [ended.id]);
      await siege.owner.rows("update assisted_session set started_at = now() - interval '16 minutes', ends_at = now() - interval '1 minute' where id = $1", [late.id]);
      await siege.owner.rows("update assisted_session set started_at = now() - interval '25 hours', ends_at = now() - interval '24 hours 45 minutes' where id = $1", [old.id]);
      await siege.owner.rows("update paper_resident set taken_over_at = now(), taken_over_by = $2 where id = $1", [takenOver.person, (await accountWithoutHome()).id]);
      const tries: [what: string, of: Helped, cookie: string][] = [
        ["another moderator", running, (await moderator()).cookie],
        ["a contact person of the street", running, (await contactOf(running.streetId)).cookie],
        ["a resident", running, await siege.town.cookieOf("resident")],
        ["nobody", running, ""],
        ["a helper whose role ended", ofGone, gone.cookie],
        ["the helper, of a session that ended", ended, helper.cookie],
        ["the helper, after 15 minutes", late, helper.cookie],
        ["the helper, a day later", old, helper.cookie],
        ["the helper, once it was taken over", takenOver, helper.cookie],
      ];
      for (const [who, of, cookie] of tries) {
        const before = JSON.stringify(await stateOf(siege, of));
        // Who helped may begin anew within a day, with a form that was signed; that is not one of these.
        const anew = { ...wish, opnieuw: "ja", ...paper, ...(of === ended || of === late ? { signedOn: dayBefore(31) } : {}) };
        for (const [path, fields] of [
          ["", null], ["/bevestiging", null], ["/alles-stoppen", null], ["/vul-in/buurtwens", null], ["/vul-in/melding", null],
          ["/vul-in/buurtwens", { ...wish, id: randomUUID() }], ["/vul-in/buurtwens", anew], ["/intrekking", { soort: "wish", ding: of.wish }], ["/alles-stoppen", {}], ["/einde", {}],
        ] as const) {
          // Ending a session of one's own is always right.
          if (of === takenOver && path === "/einde") continue;
          const { status, headers, text } = await siege.ask({ path: `/helpen/${of.id}${path}`, ...(fields ? { body: form(fields) } : {}) }, cookie);
          tried++;
          const said = `${who}: ${fields ? "POST" : "GET"} ${path} ${status} ${headers.location ?? ""}`;
          if ([of.title, showCode(of.number)].some((secret) => text.includes(secret))) through.push(`${said} shows what was entered`);
          if (JSON.stringify(await stateOf(siege, of)) !== before) through.push(`${said} changed something`);
        }
      }
    }
    return { tried, through };
  });

  attack(siege, "the number on somebody's confirmation, by a helper who never helped them: guessed, and right after too many wrong ones", async () => {
    const through: string[] = [];
    let tried = 0;
    for (let round = 0; round < rounds; round++) {
      const of = await session(siege, (await moderator()).id);
      await siege.owner.rows("update assisted_session set ended_at = now() where id = $1", [of.id]);
      const begin = async (cookie: string, nummer: string) => {
        const { status, headers } = await siege.ask({ path: "/helpen/nieuw", query: [["adres", of.dwelling]], body: form({ eerder: "ja", nummer, ...paper }) }, cookie);
        return `${status} ${headers.location ?? ""}`;
      };
      const other = await contactOf(of.streetId);
      const wrong = [...Array.from({ length: limits.paperNumberPerHelper.points }, () => codeFrom(randomBytes(16))), of.number];
      // In a row, and all at the same moment.
      const answers = round % 2 ? await Promise.all(wrong.slice(0, -1).map((number) => begin(other.cookie, number))) : [];
      for (const number of wrong.slice(answers.length)) answers.push(await begin(other.cookie, number));
      tried += answers.length;
      through.push(...answers.filter((answer) => !answer.startsWith("422")));
      const right = await begin((await contactOf(of.streetId)).cookie, of.number);
      if (!right.startsWith("303")) throw new Error(`the right number fails: ${right}`);
    }
    return { tried, through };
  });
});

type Helped = { id: string; person: string; household: string; dwelling: string; streetId: string; wish: string; title: string; number: string };

/** A session that runs, of somebody new with one wish. */
async function session({ owner, things }: Besieged, helperId: string): Promise<Helped> {
  const home = await dwelling(things.neighbourhood!);
  const [id, person, household, wish, number] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), makeLetterCode()];
  const { neighbourhoodCode, streetId, buildingId } = home;
  const place = { neighbourhoodCode, dwellingId: home.id, streetId, buildingId };
  const title = `Een bankje ${wish}`;
  await owner.db.insert(people.household).values({ id: household, ...place });
  await owner.db.insert(assisted.paperResident).values({ id: person, neighbourhoodCode, householdId: household, number });
  await owner.db.insert(assisted.assistedSession).values({ id, neighbourhoodCode, householdId: household, paperResidentId: person, helperId, helperRole: "moderator", endsAt: sql`now() + interval '15 minutes'` });
  await owner.db.insert(sharing.wish).values({ id: wish, ...place, householdId: household, residentId: person, scope: "neighbourhood", title });
  return { id, person, household, dwelling: home.id, streetId, wish, title, number };
}

/** All that a session can change. */
async function stateOf({ owner }: Besieged, { household, person, id }: Helped) {
  const [state] = await owner.rows<{ entries: number }>(
    `select (select count(*)::int from assisted_entry where household_id = $1) as entries, (select count(*)::int from assisted_session where paper_resident_id = $2) as sessions,
       (select count(*)::int from wish where household_id = $1) as wishes, (select count(*)::int from wish where household_id = $1 and withdrawn_at is not null) as withdrawn,
       (select ended_at from paper_resident where id = $2) as stopped, (select ended_at from assisted_session where id = $3) as ended`,
    [household, person, id],
  );
  return state!;
}
