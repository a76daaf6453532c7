import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { boundaryFields, house, street, streets, writeBoundaries } from "../../../../tests/support/bag-town.ts";
import { newStyle, strip, writeGeojson } from "../../../../tests/support/cbs-files.ts";
import { asOwner, databaseKinds, testDatabase } from "../../../../tests/support/databases.ts";
import { bagId, writeExtract } from "../../../../tests/support/make-extract.ts";
import { asResident } from "../../../../tests/support/neighbours.ts";
import { moderator as moderatorOf } from "../../../../tests/support/moderators.ts";
import { household as moveIn, resident } from "../../../../tests/support/people.ts";
import { bulk } from "../../../../db/copy.server.ts";
import { measure, outbox, wish } from "../../../../db/schema/sharing.ts";
import { asViewer, asWorker } from "../../../../db/viewer.server.ts";
import { shareMeasure } from "../../measures/share-measure.server.ts";
import { decideSuccession } from "../../moderation/decide-succession.server.ts";
import { successions } from "../../moderation/successions.server.ts";
import type { Moderator, Resident } from "../../session/viewer.ts";
import { joinWish } from "../../wishes/join-wish.server.ts";
import { shareWish } from "../../wishes/share-wish.server.ts";
import { importCbs } from "./cbs/import-cbs.server.ts";
import { followSuccessions } from "./follow-successions.server.ts";
import { importBag } from "./import-bag.server.ts";
import { importBoundaries } from "./import-boundaries.server.ts";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "successions-"))));
afterAll(() => rm(folder, { recursive: true }));

const old = "BU0363SE02";
const rows = <Row extends object>(statement: string) => asWorker((tx) => bulk(tx).rows<Row>(statement));
const codesOf = (table: string) => rows<{ code: string }>(`select distinct neighbourhood_code as code from ${table} order by 1`).then((found) => found.map(({ code }) => code));
/** Ten homes in the west half of the old neighbourhood, two in its east half, one in the neighbourhood beside it. */
const homes = [...Array.from({ length: 10 }, (_, index) => house(index + 1, 10 + 5 * index, 10)).flat(), ...house(11, 150, 10), ...house(12, 155, 10), ...house(13, 250, 10)];
const extract = (date = "2024-01-15") => writeExtract(join(folder, "extract.zip"), { objects: [...streets, ...homes], date });
/** What CBS says next: codes with the strips that they cover, in metres from the corner of the town. */
const divide = async (next: Record<string, [from: number, to: number]>, year = 2024) =>
  importCbs(await writeGeojson(join(folder, "next.geojson"), Object.entries(next).map(([code, [from, to]]) => newStyle(code, `Buurt ${code}`, strip(from, to), {}, year))));
const livesAt = async (number: number, neighbourhoodCode = old) =>
  asResident(await resident(await moveIn({ id: bagId("01", number), neighbourhoodCode, streetId: street, buildingId: bagId("10", number), postcode: "1381AA", houseNumber: number })));
const share = (who: Resident, audience: "street" | "neighbourhood") =>
  asViewer(who, (tx) => shareMeasure(tx, who, { kind: "solar_panels", state: "done", year: 2021, costRange: "5000_10000", doneBy: "company", experience: "Fijn in de zomer.", audience }));
const audienceOf = async (id: string) => (await asWorker((tx) => tx.select({ audience: measure.audience, code: measure.neighbourhoodCode }).from(measure).where(eq(measure.id, id))))[0];
const reason = "Zo heet de buurt al jaren, zei iedereen op de bijeenkomst.";

describe.each(databaseKinds)("a neighbourhood with households that CBS divides anew, on %s", (kind) => {
  const database = testDatabase(kind);
  let moderator: Moderator;
  let me: Resident;

  const decide = async (decision: "confirmed" | "refused") => {
    const [proposed] = await asViewer(moderator, (tx) => successions(tx));
    return asViewer(moderator, (tx) => decideSuccession(tx, moderator, proposed!.id, { decision, reason }));
  };

  beforeEach(async () => {
    await asOwner(database, "truncate neighbourhood, street, building, household, municipality, auth.account, outbox, journal_entry, import_run, area_figure, announcement cascade");
    await importBoundaries(await writeBoundaries(join(folder, "b.geojson")), { ...boundaryFields, serve: "all" });
    await importBag(await extract());
    me = await livesAt(1);
    ({ viewer: moderator } = await moderatorOf(old));
  });

  test("stays as it is until a moderator decides: the proposal says where its homes lie, and an import moves nobody", async () => {
    const { boundaries } = await divide({ BU0363SA01: [0, 100], BU0363SA02: [100, 200], BU0363SE03: [200, 400] });
    expect(boundaries.stay).toEqual([
      { code: old, name: "West", households: 1, basis: "homes", state: "proposed", sameCode: false, successors: [{ code: "BU0363SA01", homes: 10, share: 0.833 }, { code: "BU0363SA02", homes: 2, share: 0.167 }] },
    ]);
    expect(boundaries).toMatchObject({ inserted: 2, ended: 0 });
    expect((await importBag(await extract("2024-02-15"))).objects.dwelling.changed).toBe(0);
    expect(await codesOf("household")).toEqual([old]);
    expect(await rows(`select served, ended_on from neighbourhood where code = '${old}'`)).toEqual([{ served: true, ended_on: null }]);
    expect(await asViewer(moderator, (tx) => successions(tx))).toMatchObject([{ code: old, decision: null, successors: [{ code: "BU0363SA01", share: 0.833 }, { code: "BU0363SA02" }] }]);
    expect(await asViewer(me, (tx) => successions(tx))).toEqual([]);
    expect((await divide({ BU0363SA01: [0, 100], BU0363SA02: [100, 200], BU0363SE03: [200, 400] })).boundaries).toMatchObject({ inserted: 0, changed: 0, ended: 0, stay: [{ state: "proposed" }] });
    expect(await rows("select id from neighbourhood_succession")).toHaveLength(1);
    expect(await followSuccessions()).toBe(0);
  });

  test("stays as it is when a moderator refuses, also when the file comes again; a later year is proposed anew", async () => {
    await divide({ BU0363SA01: [0, 200], BU0363SE03: [200, 400] });
    expect(await decide("refused")).toBe(true);
    expect(await followSuccessions()).toBe(0);
    expect((await divide({ BU0363SA01: [0, 200], BU0363SE03: [200, 400] })).boundaries).toMatchObject({ ended: 0, stay: [{ state: "refused" }] });
    expect(await codesOf("household")).toEqual([old]);
    expect((await divide({ BU0363SA01: [0, 200], BU0363SE03: [200, 400] }, 2025)).boundaries.stay).toMatchObject([{ state: "proposed" }]);
  });

  test("goes along when its code changed: what was shared with the old neighbours is for the household again, and residents are told", async () => {
    const [wide, streetwise] = [await share(me, "neighbourhood"), await share(me, "street")];
    await divide({ BU0363SA01: [0, 200], BU0363SE03: [200, 400] });
    expect(await decide("confirmed")).toBe(true);
    expect(await decide("refused")).toBe(false);
    expect(await followSuccessions()).toBe(1);
    expect(await codesOf("household")).toEqual(["BU0363SA01"]);
    expect([await audienceOf(wide), await audienceOf(streetwise)]).toEqual([{ audience: "household", code: "BU0363SA01" }, { audience: "household", code: "BU0363SA01" }]);
    expect(await rows("select code, served, ended_on::text as ended from neighbourhood order by code")).toEqual([
      { code: "BU0363SA01", served: true, ended: null },
      { code: old, served: false, ended: "2024-01-01" },
      { code: "BU0363SE03", served: true, ended: null },
    ]);
    expect(await rows("select neighbourhood_code as code, ended_at is null as works from role_grant order by 1")).toEqual([{ code: "BU0363SA01", works: true }, { code: old, works: false }]);
    expect(await rows("select neighbourhood_code as code, title, body from announcement")).toEqual([{ code: "BU0363SA01", title: "West hoort nu bij de buurt Buurt BU0363SA01", body: reason }]);
    expect(await rows("select households_moved as moved, items_narrowed as narrowed from neighbourhood_succession")).toEqual([{ moved: 1, narrowed: 2 }]);
    expect(await asWorker((tx) => tx.select({ account: outbox.accountId }).from(outbox).where(eq(outbox.template, "audience-narrowed")))).toEqual([{ account: me.accountId }, { account: me.accountId }]);
    expect(await rows("select withdrawn_at is not null as ended from consent where purpose = 'share_measure'")).toEqual([{ ended: true }, { ended: true }]);
    expect(await rows("select kind from journal_entry")).toEqual([{ kind: "narrowing" }, { kind: "narrowing" }]);
    expect(await followSuccessions()).toBe(0);
    expect((await importBag(await extract("2024-02-15"))).objects.dwelling.changed).toBe(0);
  });

  test("shows the arriving neighbours nothing of who lived there before: that falls back too, and its owner is asked", async () => {
    const there = await livesAt(13, "BU0363SE03");
    const theirs = await share(there, "neighbourhood");
    await divide({ BU0363SE03: [0, 400] });
    expect(await audienceOf(theirs)).toEqual({ audience: "neighbourhood", code: "BU0363SE03" });
    expect(await decide("confirmed")).toBe(true);
    expect(await followSuccessions()).toBe(1);
    expect(await audienceOf(theirs)).toEqual({ audience: "household", code: "BU0363SE03" });
    expect(await codesOf("household")).toEqual(["BU0363SE03"]);
    expect(await asWorker((tx) => tx.select({ account: outbox.accountId }).from(outbox).where(eq(outbox.template, "audience-narrowed")))).toEqual([{ account: there.accountId }]);
  });

  test("is parted where it is split: each household goes where its home lies, and no wish is joined across the border", async () => {
    const far = await livesAt(11);
    const mine = await share(me, "neighbourhood");
    const wished = await asViewer(me, (tx) => shareWish(tx, me, { scope: "neighbourhood", title: "Meer bomen", audience: "neighbourhood" }));
    expect(await asViewer(far, (tx) => joinWish(tx, far, wished))).toBeTruthy();
    await divide({ BU0363SA01: [0, 100], BU0363SA02: [100, 200], BU0363SE03: [200, 400] });
    expect(await decide("confirmed")).toBe(true);
    expect(await followSuccessions()).toBe(1);
    expect(await rows("select h.neighbourhood_code as code, d.house_number as number from household h join dwelling d on d.id = h.dwelling_id order by 2")).toEqual([{ code: "BU0363SA01", number: 1 }, { code: "BU0363SA02", number: 11 }]);
    expect(await audienceOf(mine)).toEqual({ audience: "household", code: "BU0363SA01" });
    expect(await rows("select * from wish_join")).toEqual([]);
    expect(await rows("select withdrawn_at is not null as ended from consent where purpose = 'join_wish'")).toEqual([{ ended: true }]);
    expect(await rows("select neighbourhood_code as code from role_grant where role = 'moderator' and ended_at is null order by 1")).toEqual([{ code: "BU0363SA01" }, { code: "BU0363SA02" }]);
    expect(await codesOf("announcement")).toEqual(["BU0363SA01", "BU0363SA02"]);
    expect(await asWorker((tx) => tx.select({ code: wish.neighbourhoodCode }).from(wish))).toEqual([{ code: "BU0363SA01" }]);
  });

  test("keeps its boundary when its code stays and it would leave households out, until that is confirmed", async () => {
    const far = await livesAt(11);
    const { boundaries } = await divide({ [old]: [0, 100], BU0363SA02: [100, 200], BU0363SE03: [200, 400] });
    expect(boundaries).toMatchObject({ inserted: 1, ended: 0, stay: [{ code: old, sameCode: true, households: 2, successors: [{ code: old, homes: 10 }, { code: "BU0363SA02", homes: 2 }] }] });
    await importBag(await extract("2024-02-15"));
    expect(await codesOf("household")).toEqual([old]);
    expect(await decide("confirmed")).toBe(true);
    expect(await followSuccessions()).toBe(1);
    expect(await rows("select h.id, h.neighbourhood_code as code from household h order by 2")).toEqual([{ id: far.householdId, code: "BU0363SA02" }, { id: me.householdId, code: old }]);
    expect(await rows(`select served, year, max_lon < (select max_lon from neighbourhood where code = 'BU0363SA02') as smaller from neighbourhood where code = '${old}'`)).toEqual([{ served: true, year: 2024, smaller: true }]);
    // Its name was held back with its boundary, and comes with the next import.
    const again = () => divide({ [old]: [0, 100], BU0363SA02: [100, 200], BU0363SE03: [200, 400] }).then((summary) => summary.boundaries);
    expect([await again(), await again()]).toMatchObject([{ changed: 1, stay: [] }, { changed: 0, stay: [] }]);
  });

  test("takes a building along in which somebody stays behind: who does takes no part in what it asks any more", async () => {
    const [one, eleven] = [bagId("10", 1), bagId("10", 11)];
    await livesAt(12);
    await rows(`update dwelling set building_id = '${eleven}' where building_id = '${one}'`);
    await rows(`update household set building_id = '${eleven}' where id = '${me.householdId}'`);
    const [landlord] = await rows<{ id: string }>("insert into organisation (kind, name) values ('landlord', 'Verhuurder van West') returning id");
    const [request] = await rows<{ id: string }>(
      `insert into joint_request (neighbourhood_code, building_id, organisation_id, kind, text) values ('${old}', '${eleven}', '${landlord!.id}', 'glazing', 'Dubbel glas graag') returning id`,
    );
    await rows(`insert into joint_request_part (request_id, neighbourhood_code, building_id, household_id, resident_id) values ('${request!.id}', '${old}', '${eleven}', '${me.householdId}', '${me.residentId}')`);
    await rows(`insert into consent (resident_id, household_id, neighbourhood_code, purpose, field_group, subject_id, text_version, text_shown, locale)
      values ('${me.residentId}', '${me.householdId}', '${old}', 'joint_request', 'part', '${request!.id}', '1', 'Mijn huishouden doet mee.', 'nl')`);
    await divide({ [old]: [0, 100], BU0363SA02: [100, 200], BU0363SE03: [200, 400] });
    expect(await decide("confirmed")).toBe(true);
    expect(await followSuccessions()).toBe(1);
    expect([await codesOf("household"), await codesOf("joint_request")]).toEqual([["BU0363SA02", old], ["BU0363SA02"]]);
    expect(await rows("select household_id from joint_request_part")).toEqual([]);
    expect(await rows("select withdrawn_at is not null as ended from consent where purpose = 'joint_request'")).toEqual([{ ended: true }]);
  });

  test("is proposed by its area where no homes are known", async () => {
    await asOwner(database, `update dwelling set is_home = false where neighbourhood_code = '${old}'`);
    const { boundaries } = await divide({ BU0363SA01: [0, 150], BU0363SA02: [150, 200], BU0363SE03: [200, 400] });
    expect(boundaries.stay).toMatchObject([{ basis: "area", successors: [{ code: "BU0363SA01", homes: 0 }, { code: "BU0363SA02", homes: 0 }] }]);
    expect(boundaries.stay[0]!.successors[0]!.share).toBeCloseTo(0.75, 1);
  });
});
