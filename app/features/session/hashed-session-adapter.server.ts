import { createHash } from "node:crypto";
import { and, eq, inArray, lt, sql } from "drizzle-orm";
import type { Adapter } from "lucia";
import { account, session } from "../../../db/schema/auth.ts";
import { household, membership, resident } from "../../../db/schema/people.ts";
import { erasure } from "../../../db/schema/privacy.ts";
import { neighbourhood, street } from "../../../db/schema/register.ts";
import type { AuthTx } from "../../../db/viewer.server.ts";
import { announceSessionsEnd } from "../live/announce-change.server.ts";
import { isStaff } from "./is-staff.server.ts";
import { sessionLimits, touchAfter } from "./limits.ts";

/** What the database keeps of a session's id. */
export function hashSessionId(id: string): string {
  return createHash("sha256").update(id).digest("hex");
}

const seconds = (count: number) => sql`make_interval(secs => ${count})`;
const codesOf = (role: "moderator" | "official", column: "neighbourhood_code" | "municipality_code") =>
  sql<string[]>`array(select g.${sql.identifier(column)} from viewer.roles_now() g where g.account_id = ${account.id} and g.role = ${role} order by 1)`;
/** Whether somebody is the contact person of the own street or building: who moved away no longer is. */
const contactOf = (column: "street_id" | "building_id") =>
  sql<boolean>`exists (select from viewer.roles_now() g where g.account_id = ${account.id} and g.role = 'contact_person'
    and g.neighbourhood_code = ${household.neighbourhoodCode} and g.${sql.identifier(column)} = ${household[column === "street_id" ? "streetId" : "buildingId"]})`;
/** The buildings for which somebody answers today, as one text each: "organisation building". */
const manages = sql<string[]>`array(select g.organisation_id || ' ' || g.building_id from viewer.roles_now() g
  where g.account_id = ${account.id} and g.role = 'property_manager' order by 1)`;
const hasRole = sql<boolean>`(${session.staff} or ${isStaff(account.id)})`;
const end = (limits: (typeof sessionLimits)["resident" | "staff"]) =>
  sql`least(${session.createdAt} + ${seconds(limits.absolute)}, ${session.lastSeenAt} + ${seconds(limits.idle)})`;
const expiresAt = sql`case when ${hasRole} then ${end(sessionLimits.staff)} else ${end(sessionLimits.resident)} end`.mapWith(session.expiresAt);

/** Which of these sessions have not ended, by the ids that name them in the list of one's own. */
export async function standingSessions(tx: AuthTx, publicIds: string[]): Promise<Set<string>> {
  const standing = await tx
    .select({ id: session.publicId })
    .from(session)
    .innerJoin(account, eq(account.id, session.accountId))
    .where(and(inArray(session.publicId, publicIds), sql`${expiresAt} > now()`));
  return new Set(standing.map(({ id }) => id));
}

/**
 * Lucia's storage within one transaction. The database holds the SHA-256 of a session's id and nothing that opens a
 * session. A moderator or official gets the limits of staff, also when the role came later than the session.
 */
export function hashedSessionAdapter(tx: AuthTx): Adapter {
  let lastSeenAt = new Date();
  let staff = false;
  let accountId = "";
  return {
    async getSessionAndUser(id) {
      const [row] = await tx
        .select({
          accountId: account.id,
          locale: account.locale,
          publicId: session.publicId,
          device: session.device,
          passkey: session.passkey,
          lastSeenAt: session.lastSeenAt,
          secondFactorAt: session.secondFactorAt,
          expiresAt,
          hasRole,
          householdId: household.id,
          neighbourhoodCode: household.neighbourhoodCode,
          neighbourhoodName: neighbourhood.name,
          streetId: household.streetId,
          streetName: street.name,
          buildingId: household.buildingId,
          dwellingId: household.dwellingId,
          displayName: resident.displayName,
          involvement: resident.involvement,
          welcomedAt: resident.welcomedAt,
          mayModerate: codesOf("moderator", "neighbourhood_code"),
          officialOf: codesOf("official", "municipality_code"),
          contactInStreet: contactOf("street_id"),
          contactInBuilding: contactOf("building_id"),
          manages,
          leavesOn: erasure.dueAt,
        })
        .from(session)
        .innerJoin(account, eq(account.id, session.accountId))
        .leftJoin(membership, and(eq(membership.residentId, account.id), sql`${membership.endedAt} is null`))
        .leftJoin(household, and(eq(household.id, membership.householdId), sql`${household.endedAt} is null`))
        .leftJoin(resident, and(eq(resident.id, account.id), eq(resident.householdId, household.id)))
        .leftJoin(neighbourhood, eq(neighbourhood.code, household.neighbourhoodCode))
        .leftJoin(street, eq(street.id, household.streetId))
        .leftJoin(erasure, eq(erasure.accountId, account.id))
        .where(eq(session.idHash, hashSessionId(id)));
      if (!row) return [null, null];
      lastSeenAt = row.lastSeenAt;
      staff = row.hasRole;
      accountId = row.accountId;
      const { expiresAt: ends, hasRole: _, lastSeenAt: __, publicId, device, passkey, welcomedAt, contactInStreet, contactInBuilding, manages: managed, ...rest } = row;
      const viewer = {
        ...rest,
        residentId: row.accountId,
        sessionId: publicId,
        welcomed: welcomedAt !== null,
        moderates: row.secondFactorAt ? row.mayModerate : [],
        officialNow: row.secondFactorAt ? row.officialOf : [],
        manages: managed.map((each) => {
          const [organisationId, buildingId] = each.split(" ") as [string, string];
          return { organisationId, buildingId };
        }),
        contactFor: {
          streets: contactInStreet ? [{ streetId: row.streetId!, neighbourhoodCode: row.neighbourhoodCode! }] : [],
          buildings: contactInBuilding ? [row.buildingId!] : [],
        },
      };
      return [
        { id, userId: row.accountId, expiresAt: ends, attributes: { device, passkey, kind: staff ? "staff" : "resident" } },
        { id: row.accountId, attributes: { viewer } },
      ];
    },
    async getUserSessions() {
      throw new Error("Only hashes of ids are kept: list sessions with listSessions.");
    },
    async setSession({ id, userId, attributes }) {
      const { idle } = sessionLimits[attributes.kind];
      await tx.insert(session).values({
        idHash: hashSessionId(id),
        accountId: userId,
        device: attributes.device,
        staff: attributes.kind === "staff",
        passkey: attributes.passkey,
        // A passkey that asked for a finger, a face or a PIN is something one has and something one is or knows.
        secondFactorAt: attributes.passkey && attributes.kind === "staff" ? sql`now()` : null,
        expiresAt: sql`now() + ${seconds(idle)}`,
      });
    },
    async updateSessionExpiration(id) {
      if (Date.now() - lastSeenAt.getTime() < touchAfter * 1000) return;
      const { idle, absolute } = sessionLimits[staff ? "staff" : "resident"];
      await tx
        .update(session)
        .set({ lastSeenAt: sql`now()`, expiresAt: sql`least(now() + ${seconds(idle)}, ${session.createdAt} + ${seconds(absolute)})` })
        .where(eq(session.idHash, hashSessionId(id)));
      // A session outlives the day of its log-in by half a year: being here counts, not logging in.
      await tx.update(account).set({ lastActiveOn: sql`current_date`, inactiveToldAt: null }).where(and(eq(account.id, accountId), lt(account.lastActiveOn, sql`current_date`)));
    },
    async deleteSession(id) {
      await announceSessionsEnd(tx, await tx.delete(session).where(eq(session.idHash, hashSessionId(id))).returning({ publicId: session.publicId }));
    },
    async deleteUserSessions(accountId) {
      await announceSessionsEnd(tx, await tx.delete(session).where(eq(session.accountId, accountId)).returning({ publicId: session.publicId }));
    },
    async deleteExpiredSessions() {
      await tx.delete(session).where(sql`${session.expiresAt} < now()`);
    },
  };
}
