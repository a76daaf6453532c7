import { desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { JointAnswer } from "../../../db/schema/joint.ts";
import { street } from "../../../db/schema/register.ts";
import { asViewer } from "../../../db/viewer.server.ts";
import { isMeasureKind, type MeasureKind } from "../measures/catalogue.ts";
import type { PropertyManager } from "../session/viewer.ts";
import type { Answer } from "./building-requests.server.ts";

/** All that a manager sees of a request. `households` is null where fewer than three are left. */
export type RequestToMe = {
  id: string;
  organisation: string;
  /** The first address in the building. */
  address: string | null;
  kind: MeasureKind | null;
  text: string;
  sentAt: Date;
  households: number | null;
  names: string[];
  answers: Answer[];
};

/** What was sent to this manager about the buildings they manage, the newest first. */
export function requestsToMe(manager: PropertyManager, id?: string): Promise<RequestToMe[]> {
  return asViewer(manager, async (tx) => {
    const only: SQL | undefined = id ? sql`r.id = ${id}` : undefined;
    const rows = await tx
      .select({
        id: sql<string>`r.id`,
        organisation: sql<string>`r.organisation_name`,
        streetId: sql<string | null>`r.street_id`,
        houseNumber: sql<number | null>`r.house_number`,
        kind: sql<string>`r.kind`,
        text: sql<string>`r.text`,
        sentAt: sql<Date>`r.sent_at`.mapWith((at: string | Date) => new Date(at)),
        households: sql<number | null>`r.households`,
        names: sql<string[]>`r.names`,
      })
      .from(sql`viewer.requests_to_me() r`)
      .where(only)
      .orderBy(desc(sql`r.sent_at`));
    const answers = await tx
      .select({
        requestId: sql<string>`a.request_id`,
        answer: sql<JointAnswer>`a.answer`,
        byDay: sql<string | null>`a.by_day::text`,
        text: sql<string | null>`a.text`,
        answeredAt: sql<Date>`a.answered_at`.mapWith((at: string | Date) => new Date(at)),
      })
      .from(sql`viewer.answers_to_requests() a`)
      .where(id ? eq(sql`a.request_id`, id) : undefined)
      .orderBy(desc(sql`a.answered_at`));
    const streetIds = rows.flatMap(({ streetId }) => streetId ?? []);
    const streets = streetIds.length ? await tx.select({ id: street.id, name: street.name }).from(street).where(inArray(street.id, streetIds)) : [];
    const nameOf = new Map(streets.map((each) => [each.id, each.name]));
    return rows.map(({ streetId, houseNumber, kind, ...row }) => ({
      ...row,
      kind: isMeasureKind(kind) ? kind : null,
      address: streetId && nameOf.has(streetId) ? `${nameOf.get(streetId)} ${houseNumber ?? ""}`.trim() : null,
      answers: answers.filter(({ requestId }) => requestId === row.id).map(({ answer, byDay, text, answeredAt }) => ({ answer, byDay, text, answeredAt })),
    }));
  });
}
