import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { importBag } from "../../app/features/neighbourhood/import/import-bag.server.ts";
import { importEnergyLabels } from "../../app/features/neighbourhood/import/energy-labels/import-energy-labels.server.ts";
import { importCbs } from "../../app/features/neighbourhood/import/cbs/import-cbs.server.ts";
import { importStatline } from "../../app/features/neighbourhood/import/cbs/import-statline.server.ts";
import { importGrid } from "../../app/features/neighbourhood/import/grid/import-grid.server.ts";
import { importBoundaries } from "../../app/features/neighbourhood/import/import-boundaries.server.ts";
import { serveNeighbourhood } from "../../app/features/neighbourhood/serve-neighbourhood.server.ts";
import { addOrganisation } from "../../app/features/organisations/add-organisation.server.ts";
import { account } from "../schema/auth.ts";
import { asAuth, asWorker } from "../viewer.server.ts";
import { loadReleases } from "./load-releases.ts";
import { threadRows } from "./load/thread-rows.ts";
import { cooperativeRows, ADVERTISING } from "./load/cooperative-rows.ts";
import { contactRows } from "./load/contact-rows.ts";
import { togetherRows } from "./load/together-rows.ts";
import { handedOverRows } from "./load/handed-over-rows.ts";
import { insertRows, type Row } from "./load/insert-rows.ts";
import { municipalRows } from "./load/municipal-rows.ts";
import { noticeRows } from "./load/notice-rows.ts";
import { paperRows } from "./load/paper-rows.ts";
import { accountRows, householdRows, membershipRows, residentRows } from "./load/people-rows.ts";
import { purchaseRows } from "./load/purchase-rows.ts";
import { questionRows } from "./load/question-rows.ts";
import { consentRows, joinRows, measureRows, photoRows, storyRows, wishRows } from "./load/shared-rows.ts";
import { chooseHouseholds, PARTICIPATION } from "./people/choose-households.ts";
import { chooseMeasures, type SampleMeasure } from "./people/choose-measures.ts";
import { visitRows } from "./load/visit-rows.ts";
import { walkSignUps } from "./load/walk-sign-ups.ts";
import { chooseStories } from "./people/choose-stories.ts";
import { chooseHomeWishes, chooseNeighbourhoodWishes } from "./people/choose-wishes.ts";
import { withDemoContent } from "./people/demo-content.ts";
import { demoPeople } from "./people/demo-people.ts";
import { makeDrawings } from "./people/drawings.ts";
import { seededRandom, type Random } from "./random.ts";
import { EXTRACT_DATE } from "./register/bag-xml.ts";
import { GRID_FILE_NAME, GRID_OPERATOR, writeGridFile } from "./register/write-grid-file.ts";
import { identify, type Identified } from "./register/identify.ts";
import { countryFileName, writeCountryFigures } from "./register/write-country-figures.ts";
import { FIGURES_PUBLISHER, FIGURE_YEARS, figuresFileName, writeAreaFigures } from "./register/write-area-figures.ts";
import { BAG_FILE_NAME, writeBagExtract } from "./register/write-bag-extract.ts";
import { LABELS_FILE_NAME, writeEnergyLabels } from "./register/write-energy-labels.ts";
import { baseMapOf, writeBoundaries } from "./register/write-geojson.ts";
import { buildTown } from "./town/build-town.ts";

export interface SampleOptions {
  /** Another seed draws another sample. */
  seed?: string;
  /** The moment that "two weeks ago" counts from. */
  now?: Date;
  /** Hears what is being done, in a few words. */
  say?: (doing: string) => void;
}

/** What was put in, for whoever reports it. */
export interface SampleSummary {
  homes: number;
  households: number;
  residents: number;
  measures: number;
  wishes: number;
  joins: number;
}

type Table = readonly [name: string, rows: readonly Row[]];

const COOPERATIVE = "Energiecoöperatie Lindewaard (voorbeeld)";
const SERVED = Object.keys(PARTICIPATION);

/**
 * Fills a migrated, empty database with the sample municipality: its public part through the importers, from files as the
 * publishers write them, and its residents in bulk. The same seed and moment give the same sample.
 * @returns null when the sample's residents are there already
 */
export async function loadSample({ seed = "lindewaard", now = new Date(), say = () => {} }: SampleOptions = {}): Promise<SampleSummary | null> {
  if (await isLoaded()) return null;
  const random = seededRandom(seed);
  const ids = identify(buildTown(seed));
  say("the registers of Lindewaard");
  await importRegisters(ids, seed, random.fork("energy labels"));
  say("its residents");
  const drawings = makeDrawings();
  const households = chooseHouseholds(ids, random.fork("households"), now);
  const dreams = chooseNeighbourhoodWishes(households, random.fork("dreams"), now);
  const stories = chooseStories(households, random.fork("stories"), now);
  const byChance = chooseMeasures(households, random.fork("measures"), now);
  const home = chooseHomeWishes(households, byChance, random.fork("wishes"), now);
  const { measures, wishes } = withDemoContent(byChance, [...home, ...dreams.wishes], households, random.fork("demo"), now);
  const kept = new Set(wishes);
  const joins = dreams.joins.filter(({ wish }) => kept.has(wish));
  const reported = advertise(measures);
  const desk = cooperativeRows(ids, households, reported, measures, random.fork("desk"), now);
  const moderatorId = String(desk.roleGrant[0]!.account_id);
  const contacts = contactRows(households, moderatorId, random.fork("contacts"), now);
  const contact = households.find(({ people: [first] }) => first.id === contacts.roleGrant[0]!.account_id)!;
  const paper = paperRows(ids, households, contact, random.fork("paper"), now);
  const holder = (role: string, not?: string) => String(desk.roleGrant.find((grant) => grant.role === role && grant.account_id !== not)!.account_id);
  const [second, officialId] = [holder("moderator", moderatorId), holder("official")];
  const reporter = households.findLast(({ neighbourhoodCode, people: [first] }) => neighbourhoodCode === SERVED[0] && first.involvement !== null)!;
  const municipal = municipalRows({ official: officialId, moderator: moderatorId }, reporter, random.fork("municipality"), now);
  const together = togetherRows(households, moderatorId, random.fork("together"), now);
  const visits = visitRows(households, measures, moderatorId, random.fork("visits"), now);
  const bought = purchaseRows(households, moderatorId, random.fork("purchases"), now);
  const handed = handedOverRows(bought, bought.ends, households, moderatorId, random.fork("handed over"));
  const asked = questionRows(households, random.fork("questions"), now);
  const talks = threadRows(households, measures, random.fork("threads"), now);
  const ledger = consentRows({ households, measures, wishes, stories, joins }, random.fork("ledger"));
  const photos = photoRows(measures, await drawings, random.fork("photos"), [demoPeople.resident.email]);

  const joined = joinRows(joins, random.fork("joins"));
  const notices = noticeRows({ households, measures, wishes, joins: joined, announcements: desk.announcement }, random.fork("notices"), now);

  const accounts: Table[] = [["auth.account", [...accountRows(households, now), ...desk.account]], ["auth.account", together.account]];
  const shared: Table[] = [
    ["public.household", [...householdRows(households), ...paper.household]], ["public.resident", residentRows(households)],
    ["public.membership", membershipRows(households, random.fork("memberships"))], ["public.role_grant", desk.roleGrant],
    ["public.role_grant", contacts.roleGrant], ["public.role_event", contacts.roleEvent], ["public.organisation", together.organisation], ["public.role_grant", together.roleGrant], ["public.role_event", together.roleEvent],
    ["public.consent", [...ledger, ...contacts.consent, ...paper.consent, ...together.consent, ...visits.consent, ...asked.consent, ...handed.consent]],
    ["public.joint_request", together.request], ["public.joint_request_part", together.part], ["public.joint_request_answer", together.answer],
    ["public.measure", measureRows(measures)], ["public.measure", paper.measure], ["public.wish", wishRows(wishes)], ["public.wish", paper.wish], ["public.story", storyRows(stories)],
    ["public.visit", visits.visit], ["public.visit_measure", visits.link], ["public.visit_route", visits.route], ["public.visit_slot", visits.slot], ["public.visit_request", visits.request],
    ["public.visit_feedback", visits.feedback], ["public.koploper", visits.koploper],
    ["public.purchase", bought.purchase], ["public.purchase_neighbourhood", bought.place], ["public.purchase_rules", bought.rules], ["public.purchase_tier", bought.tier], ["public.purchase_check", bought.check],
    ["public.purchase_news", bought.news], ["public.purchase_event", bought.event], ["public.purchase_sign_up", bought.signUp], ["public.purchase_offer", bought.offer], ["public.purchase_check_answer", bought.answer],
    ["public.purchase_contact", handed.contact], ["public.purchase_export", handed.export], ["public.purchase_receipt", handed.receipt],
    ["public.private_thread", talks.thread], ["public.private_message", talks.message],
    ["public.question", asked.question], ["public.answer", asked.answer], ["public.answer_tombstone", asked.tombstone], ["public.answer_thanks", asked.thanks],
    ["public.question_follow", asked.follow], ["public.question_claim", asked.claim], ["public.outcome_verdict", asked.verdict],
    ["public.question_parking", asked.parking], ["public.question_merge", asked.merge],
    ["public.paper_resident", paper.paperResident], ["public.assisted_session", paper.session], ["public.assisted_entry", paper.entry], ["public.wish_join", joined], ["public.notice", notices], ["public.photo", photos],
    ["public.announcement", desk.announcement], ["public.report", desk.report], ["public.hiding", desk.hiding], ["public.appeal", desk.appeal], ["public.second_look", desk.secondLook], ["public.missing_address", desk.missingAddress], ["public.join_request", desk.joinRequest],
    ["public.letter_batch", desk.letters.batch], ["public.letter", desk.letters.invitation], ["public.letter_refusal", desk.letters.refusal],
    ["public.figure_publicity", municipal.publicity], ["public.municipal_post", municipal.post], ["public.promise_report", municipal.report], ["public.report", municipal.reported], ["public.hiding", municipal.hiding],
  ];
  const pending: Table[] = [["auth.signup", desk.signup], ["public.letter", desk.letter], ["auth.waiting", desk.waiting], ["auth.totp", desk.totp]];
  await asWorker(async (tx) => {
    for (const [role, tables] of [["app_auth", accounts], ["app_worker", shared], ["app_auth", pending]] as const) {
      // One transaction, so that a sample is there whole or not at all; accounts are another role's business.
      await tx.execute(sql`select set_config('role', ${role}, true)`);
      for (const [table, rows] of tables) await insertRows(tx, table, rows);
    }
    await tx.execute(sql`select set_config('role', 'app_worker', true)`);
    await walkSignUps(tx, bought.walks, bought.ends);
    const names = new Map(households.map(({ neighbourhoodCode, neighbourhoodName }) => [neighbourhoodCode, neighbourhoodName]));
    await loadReleases(tx, names, households, { moderator: moderatorId, second }, random.fork("releases"), now);
  });
  return {
    homes: ids.town.buildings.flatMap(({ units }) => units).filter(({ purposes }) => purposes.includes("woonfunctie")).length,
    households: households.length,
    residents: households.reduce((sum, { people }) => sum + people.length, 0),
    measures: measures.length,
    wishes: wishes.length,
    joins: joins.length,
  };
}

function isLoaded(): Promise<boolean> {
  return asAuth(async (tx) => (await tx.select({ id: account.id }).from(account).where(eq(account.email, demoPeople.resident.email))).length > 0);
}

async function importRegisters(ids: Identified, seed: string, random: Random): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "buurhof-sample-"));
  try {
    const boundaries = join(folder, "voorbeeld-buurten.geojson");
    await writeFile(boundaries, writeBoundaries(ids.town));
    await importBoundaries(boundaries, {
      codeField: "code", nameField: "naam", year: 2024, source: "voorbeeld", sourceDate: EXTRACT_DATE.inContents, serve: SERVED,
    });
    await asWorker((tx) =>
      insertRows(tx, "public.base_map", SERVED.map((code) => ({
        neighbourhood_code: code, geojson: baseMapOf(ids.town, code), source: "voorbeeld", source_date: EXTRACT_DATE.inContents,
      }))),
    );
    const extract = join(folder, BAG_FILE_NAME);
    await writeFile(extract, await writeBagExtract(ids, seed));
    await importBag(extract);
    const labels = join(folder, LABELS_FILE_NAME);
    await writeFile(labels, writeEnergyLabels(ids, random));
    await importEnergyLabels(labels);
    const use = join(folder, GRID_FILE_NAME);
    await writeFile(use, writeGridFile(ids, seededRandom(seed).fork("grid")));
    await importGrid(use, { operator: GRID_OPERATOR });
    for (const year of FIGURE_YEARS) {
      const figures = join(folder, figuresFileName(year));
      await writeFile(figures, writeAreaFigures(ids, year));
      await importCbs(figures, { publisher: FIGURES_PUBLISHER });
      const country = join(folder, countryFileName(year));
      await writeFile(country, writeCountryFigures(year));
      await importStatline(country, { publisher: FIGURES_PUBLISHER, year });
    }
    await addOrganisation({ kind: "cooperative", name: COOPERATIVE, municipalityCode: null });
    for (const code of SERVED) await serveNeighbourhood(code, true, COOPERATIVE);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Puts an advertisement in the mouth of one resident, so that a moderator has something to judge. */
function advertise(measures: readonly SampleMeasure[]): SampleMeasure {
  const demo: readonly string[] = [demoPeople.resident.email, demoPeople.neighbour.email];
  const chosen = measures.find(
    ({ kind, state, audience, household, by }) =>
      kind === "ventilation" && state === "done" && audience === "neighbourhood" && household.neighbourhoodCode === "BU99010101" && !demo.includes(by.email) && !household.tenant,
  );
  if (!chosen) throw new Error("Nobody in the sample has a measure that can be reported");
  chosen.experience = ADVERTISING;
  return chosen;
}
