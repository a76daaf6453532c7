import { randomBytes, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { makeLetterCode } from "../../app/features/households/letter-code.server.ts";
import { dayAfter, today } from "../../app/features/roles/role-days.ts";
import { hashToken } from "../../app/features/session/prepare-proof.server.ts";
import type { Resident } from "../../app/features/session/viewer.ts";
import type { Connection } from "../../db/connection.ts";
import * as assisted from "../../db/schema/assisted.ts";
import * as auth from "../../db/schema/auth.ts";
import * as people from "../../db/schema/people.ts";
import * as sharing from "../../db/schema/sharing.ts";
import { accountWithoutHome } from "../support/people.ts";

const later = () => new Date(Date.now() + 30 * 86_400_000);

/** A session in which a moderator helps somebody on paper in the street of a neighbour, with a wish of theirs. */
export async function helpedIn(owner: Connection, { neighbourhoodCode, dwellingId, streetId, buildingId }: Resident, helperId: string): Promise<{ things: Record<string, string>; householdId: string; person: string }> {
  const [householdId, person, session, paperWish] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const place = { neighbourhoodCode, dwellingId, streetId, buildingId };
  await owner.db.insert(people.household).values({ id: householdId, ...place });
  await owner.db.insert(assisted.paperResident).values({ id: person, neighbourhoodCode, householdId, number: makeLetterCode() });
  await owner.db.insert(assisted.assistedSession).values({ id: session, neighbourhoodCode, householdId, paperResidentId: person, helperId, helperRole: "moderator", endsAt: sql`now() + interval '15 minutes'` });
  await owner.db.insert(sharing.wish).values({ id: paperWish, ...place, householdId, residentId: person, scope: "neighbourhood", title: "Een bankje" });
  return { things: { helping: session, "paper wish": paperWish }, householdId, person };
}

/** Roles and invitations of every kind, by the names under which forms are about them. */
export async function rolesIn(owner: Connection, town: { me: Resident; neighbour: Resident; moderatorId: string; officialId: string; here: { code: string; municipalityCode: string } }): Promise<Record<string, string>> {
  const { me, neighbour, moderatorId, officialId, here } = town;
  const [own, contact, colleague, invitation, official, open] = Array.from({ length: 6 }, () => randomUUID()) as [string, string, string, string, string, string];
  const days = { startsOn: today(), endsOn: dayAfter({ years: 1 }) };
  const street = { role: "contact_person" as const, neighbourhoodCode: here.code, streetId: me.streetId, ...days };
  const municipality = { role: "official" as const, municipalityCode: here.municipalityCode, ...days };
  await owner.db.insert(people.roleGrant).values([
    { ...street, id: own, accountId: me.accountId, grantedBy: moderatorId },
    { ...street, id: contact, accountId: neighbour.accountId, grantedBy: moderatorId },
    { ...municipality, id: colleague, accountId: (await accountWithoutHome()).id, grantedBy: officialId },
  ]);
  const token = randomBytes(32).toString("base64url");
  await owner.db.insert(auth.roleInvitation).values([
    { ...street, id: invitation, email: `${invitation}@voorbeeld.test`, invitedBy: moderatorId, expiresAt: later() },
    { ...municipality, id: official, email: `${official}@voorbeeld.test`, invitedBy: officialId, expiresAt: later() },
    { id: open, ...days, role: "moderator", neighbourhoodCode: here.code, email: `${open}@voorbeeld.test`, invitedBy: moderatorId, tokenHash: hashToken(token), expiresAt: later() },
  ]);
  return { "own role": own, "contact role": contact, "official role": colleague, "role invitation": invitation, "official invitation": official, "role token": token };
}
