import { sql } from "drizzle-orm";
import type { Audience, LookReason } from "../../../db/schema/people.ts";
import type { CostRange, DoneBy, Horizon, MeasureState, Obstacle, StoryIndicator } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";
import type { ToldFacts } from "../measures/measure-facts.tsx";

type Seen = { shownName: string | null; audience: Audience | "thread" };
export type ReportedPhoto = { alt: string | null; mime: string; base64: string };

/** A message of a private thread around the reported one; `same` as who wrote that. */
export type MessageAround = { reported: boolean; same: boolean; note: string | null; at: string };

/** A reported item as its neighbours saw it, without whose home it is. */
export type ReportedItem =
  | (Seen & { what: "measure"; kind: string; facts: ToldFacts; experience: string | null; wouldDoDifferently: string | null; photos: ReportedPhoto[] })
  | (Seen & { what: "wish"; kind: string | null; title: string | null; note: string | null; horizon: Horizon | null; holdingBack: Obstacle[] })
  | (Seen & { what: "story"; indicator: StoryIndicator; title: string | null; note: string | null })
  | (Seen & { what: "visit"; kinds: string[]; note: string | null; houseRules: string | null })
  | (Seen & { what: "koploper"; kinds: string[]; note: string | null })
  | (Seen & { what: "question"; title: string | null; note: string | null; kind: string | null; commercial: boolean; photos: ReportedPhoto[] })
  | (Seen & { what: "answer"; title: string | null; note: string | null; source: string | null; costRange: CostRange | null; commercial: boolean })
  | (Seen & { what: "private_message"; kind: string | null; note: string | null; around: MessageAround[] })
  | (Seen & { what: "visit_request"; kinds: string[]; note: string | null })
  | (Seen & { what: "joint_request"; kind: string | null; organisation: string; note: string | null });

type Row = {
  taken_back?: true;
  shown_name: string | null;
  audience: Audience | "thread";
  kind: string | null;
  scope?: "home" | "neighbourhood";
  /** Of a story. */
  indicator?: StoryIndicator;
  /** Of an opening and of a badge. */
  kinds?: string[];
  /** Of an opening. */
  house_rules?: string | null;
  /** Of a question. */
  question?: true;
  /** Of an answer: the title of its question. */
  answer_to?: string;
  source?: string | null;
  commercial?: boolean;
  /** Of a joint request: whom it asks. */
  organisation?: string;
  /** Of what a guest wrote to a host: what one can see there. */
  asked_to_visit?: string[];
  /** Of a private message. */
  around?: MessageAround[];
  state: MeasureState;
  year: number | null;
  cost_range: CostRange | null;
  done_by: DoneBy | null;
  satisfaction: number | null;
  gas_before_m3: number | null;
  gas_after_m3: number | null;
  power_before_kwh: number | null;
  power_after_kwh: number | null;
  horizon: Horizon | null;
  holding_back: Obstacle[] | null;
  experience: string | null;
  would_do_differently: string | null;
  title: string | null;
  note: string | null;
  photos?: ReportedPhoto[];
};

/**
 * Reads a reported item, for a report or an appeal. The look is written down with its reason, and the household concerned
 * sees both.
 * @returns "taken-back" when its household doesn't share it any more: then nothing is shown and nothing written down; null
 * when there is no such report for this moderator
 */
export async function lookAtReported(tx: ViewerTx, id: string, { reason, note }: { reason: LookReason; note: string | null }): Promise<ReportedItem | "taken-back" | null> {
  const [found] = await tx.select({ item: sql<Row | null>`viewer.look_at_reported(${id}, ${reason}, ${note})` }).from(sql`(select) as nothing`);
  const row = found?.item;
  if (!row) return null;
  if (row.taken_back) return "taken-back";
  const seen = { shownName: row.shown_name, audience: row.audience };
  if (row.scope) return { ...seen, what: "wish", kind: row.kind, title: row.title, note: row.note, horizon: row.horizon, holdingBack: row.holding_back ?? [] };
  if (row.indicator) return { ...seen, what: "story", indicator: row.indicator, title: row.title, note: row.note };
  if (row.kinds) {
    const about = { ...seen, kinds: row.kinds, note: row.note };
    return row.house_rules === undefined ? { ...about, what: "koploper" } : { ...about, what: "visit", houseRules: row.house_rules };
  }
  if (row.question) return { ...seen, what: "question", title: row.title, note: row.note, kind: row.kind, commercial: row.commercial ?? false, photos: row.photos ?? [] };
  if (row.answer_to !== undefined) return { ...seen, what: "answer", title: row.answer_to, note: row.note, source: row.source ?? null, costRange: row.cost_range, commercial: row.commercial ?? false };
  if (row.around) return { ...seen, what: "private_message", kind: row.kind, note: row.note, around: row.around };
  if (row.asked_to_visit) return { ...seen, what: "visit_request", kinds: row.asked_to_visit, note: row.note };
  if (row.organisation) return { ...seen, what: "joint_request", kind: row.kind, organisation: row.organisation, note: row.note };
  const facts = {
    state: row.state, year: row.year, costRange: row.cost_range, doneBy: row.done_by, satisfaction: row.satisfaction,
    gasBeforeM3: row.gas_before_m3, gasAfterM3: row.gas_after_m3, powerBeforeKwh: row.power_before_kwh, powerAfterKwh: row.power_after_kwh,
  };
  return { ...seen, what: "measure", kind: row.kind ?? "", facts, experience: row.experience, wouldDoDifferently: row.would_do_differently, photos: row.photos ?? [] };
}
