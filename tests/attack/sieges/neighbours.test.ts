import { randomUUID } from "node:crypto";
import { signClaim } from "../../../app/features/addresses/claim-code.server.ts";
import { cookieName } from "../../../app/http/cookies.server.ts";
import * as people from "../../../db/schema/people.ts";
import { logIn } from "../../support/log-in.ts";
import { accountWithoutHome, dwelling, moderatorOf, neighbourhood, street } from "../../support/people.ts";
import { claimant, neighbourFor, provenNeighbour } from "../../support/vouching.ts";
import { attack, besieged, form, whole } from "../besieged.ts";

// The worst case of each: the attacker has the code of the claim, or even the address that only its right owner is sent to.

const rounds = whole ? 25 : 1;

besieged("vouching and the door", (siege) => {
  const claimState = async (id: string) => JSON.stringify(await siege.owner.rows("select c.*, (select count(*)::int from vouch v where v.claim_id = c.id) as vouches from address_claim c where id = $1", [id]));

  /** A claim in a street, and whoever tries to prove or stop it by that street's doors. */
  async function claimed() {
    const here = siege.things.neighbourhood!;
    const its = await street(here);
    const claim = await claimant(its);
    const neighbour = (days = 31, evidence: "letter" | "vouch" | "invitation" = "letter") => dwelling(here, { streetId: its }).then((at) => provenNeighbour(at, { days, evidence }));
    return { here, its, claim, neighbour };
  }

  attack(siege, "vouching: the address of another account, by who lives elsewhere, at that address, a short while, by vouching or an invitation; with a late or ended code; twice, from one home, at the same moment", async () => {
    const through: string[] = [];
    let tried = 0;
    for (let round = 0; round < rounds; round++) {
      const { here, its, claim, neighbour } = await claimed();
      const answer = async (cookie: string, signed: string, antwoord: "ja" | "klopt-niet" = "ja") => siege.ask({ path: `/borg/buur/${signed}`, body: form({ antwoord }) }, cookie);
      const fails = async (what: string, cookie: string, signed: string, id = claim.claimId) => {
        const before = await claimState(id);
        for (const kind of ["klopt-niet", "ja"] as const) {
          await answer(cookie, signed, kind);
          tried++;
          if ((await claimState(id)) !== before) through.push(`${what}: ${kind}`);
        }
      };
      const right = await neighbour();
      const rightLink = signClaim("vouch", claim.claimId, right.accountId);
      const elsewhere = await provenNeighbour(await dwelling(here));
      const far = await provenNeighbour(await dwelling((await neighbourhood()).code));
      for (const [what, who] of [
        ["from another street", elsewhere], ["from another neighbourhood", far], ["at that address", await provenNeighbour(claim.home)],
        ["20 days here", await neighbour(20)], ["vouched for", await neighbour(400, "vouch")], ["invited", await neighbour(400, "invitation")],
      ] as const) {
        const cookie = await logIn(who.accountId);
        await fails(`${what}, with the address of another`, cookie, rightLink);
        await fails(`${what}, with an address of their own`, cookie, signClaim("vouch", claim.claimId, who.accountId));
        // The link that a claimant passes on: only the code, typed by oneself.
        const found = await siege.ask({ path: "/borg", body: form({ code: claim.code }) }, `${cookie}; ${cookieName("buurhof-borg")}=${claim.code}`);
        if (found.headers.location) await fails(`${what}, by the code`, cookie, String(found.headers.location).split("/").at(-1)!);
      }
      await fails("by who asks", await logIn(claim.accountId), signClaim("vouch", claim.claimId, claim.accountId));
      await fails("by nobody", "", rightLink);
      const cookie = await logIn(right.accountId);
      await fails("with an address for a door", cookie, signClaim("door", claim.claimId, right.accountId));
      await fails("with one letter changed", cookie, rightLink.slice(0, -1) + (rightLink.endsWith("A") ? "B" : "A"));
      for (const [what, change] of [["a late code", "code_expires_at = now() - interval '1 minute'"], ["an ended claim", "ended_at = now()"], ["a doubted claim", "objected_at = now(), objected_by = 'neighbour'"], ["a decided claim", "decided_at = now(), decided_by = gen_random_uuid(), outcome = 'ends', reason = 'Hier woont iemand anders.', ended_at = now()"]] as const) {
        const other = await claimant(its);
        await siege.owner.rows(`update address_claim set ${change} where id = $1`, [other.claimId]);
        await fails(what, cookie, signClaim("vouch", other.claimId, right.accountId), other.claimId);
      }
      // Two of one home and one of them twice, at the same moment: one vouch.
      const housemate = await neighbourFor(right.householdId, right.dwelling);
      const links = [[cookie, rightLink], [cookie, rightLink], [await logIn(housemate.accountId), signClaim("vouch", claim.claimId, housemate.accountId)]] as const;
      await Promise.all(links.map(([each, link]) => answer(each, link)));
      tried += links.length - 1;
      const [{ vouches, way }] = JSON.parse(await claimState(claim.claimId)) as [{ vouches: number; way: string | null }];
      if (vouches !== 1 || way !== null) through.push(`one home counts ${vouches} times`);
    }
    return { tried, through };
  });

  attack(siege, "at the door: the address of another account, by who has no role, of another street or neighbourhood, without the second step, at that address; with a late, ended or doubted claim", async () => {
    const through: string[] = [];
    let tried = 0;
    for (let round = 0; round < rounds; round++) {
      const { here, its, claim, neighbour } = await claimed();
      const contactOf = async (streetId: string, at?: Awaited<ReturnType<typeof dwelling>>) => {
        const { accountId } = at ? await provenNeighbour(at) : await provenNeighbour(await dwelling(here, { streetId }));
        await siege.owner.db.insert(people.roleGrant).values({ accountId, role: "contact_person", neighbourhoodCode: here, streetId });
        return { accountId, cookie: await logIn(accountId) };
      };
      const moderatorIn = async (code: string, staff: boolean) => {
        const { id } = await accountWithoutHome();
        await moderatorOf(id, code);
        return { accountId: id, cookie: await logIn(id, { staff }) };
      };
      const confirm = (cookie: string, signed: string) => siege.ask({ path: `/aan-de-deur/${signed}`, body: form({ hier: "ja" }) }, cookie);
      const fails = async (what: string, cookie: string, signed: string, id = claim.claimId) => {
        const before = await claimState(id);
        await confirm(cookie, signed);
        tried++;
        if ((await claimState(id)) !== before) through.push(what);
      };
      const right = await contactOf(its);
      const rightLink = signClaim("door", claim.claimId, right.accountId);
      const plain = await neighbour();
      for (const [what, { accountId, cookie }] of [
        ["a neighbour", { accountId: plain.accountId, cookie: await logIn(plain.accountId) }], ["who asks", { accountId: claim.accountId, cookie: await logIn(claim.accountId) }],
        ["the contact person of another street", await contactOf(await street(here))], ["a moderator of another neighbourhood", await moderatorIn((await neighbourhood()).code, true)],
        ["a moderator without the second step", await moderatorIn(here, false)], ["the contact person at that address", await contactOf(its, claim.home)],
      ] as const) {
        await fails(`${what}, with the address of another`, cookie, rightLink);
        await fails(`${what}, with an address of their own`, cookie, signClaim("door", claim.claimId, accountId));
        const found = await siege.ask({ path: "/aan-de-deur", body: form({ code: claim.code }) }, cookie);
        tried++;
        const led = String(found.headers.location ?? "");
        if (led.startsWith("/aan-de-deur/")) await fails(`${what}, by the code`, cookie, led.split("/").at(-1)!);
      }
      await fails("nobody", "", rightLink);
      await fails("with an address to vouch", right.cookie, signClaim("vouch", claim.claimId, right.accountId));
      await fails("of a claim that is none", right.cookie, signClaim("door", randomUUID(), right.accountId));
      for (const [what, change] of [["a late code", "code_expires_at = now() - interval '1 minute'"], ["an ended claim", "ended_at = now()"], ["a doubted claim", "objected_at = now(), objected_by = 'neighbour'"]] as const) {
        const other = await claimant(its);
        await siege.owner.rows(`update address_claim set ${change} where id = $1`, [other.claimId]);
        await fails(what, right.cookie, signClaim("door", other.claimId, right.accountId), other.claimId);
      }
      await confirm(right.cookie, rightLink);
      const proven = await claimState(claim.claimId);
      if (!proven.includes(`"way":"door"`)) throw new Error("the right contact person fails");
      await fails("twice", right.cookie, rightLink);
    }
    return { tried, through };
  });
});
