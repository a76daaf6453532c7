import { sql } from "drizzle-orm";
import type { Audience, LookReason } from "../../../db/schema/people.ts";
import type { MeasureState, StoryIndicator } from "../../../db/schema/sharing.ts";
import type { ViewerTx } from "../../../db/viewer.server.ts";

type Seen = { shownName: string | null; audience: Audience };
export type ReportedPhoto = { alt: string | null; mime: string; base64: string };

/** A reported item as its neighbours saw it, without whose home it is. */
export type ReportedItem =
  | (Seen & { what: "measure"; kind: string; state: MeasureState; year: number | null; experience: string | null; wouldDoDifferently: string | null; photos: ReportedPhoto[] })
  | (Seen & { what: "wish"; kind: string | null; title: string | null; note: string | null })
  | (Seen & { what: "story"; indicator: StoryIndicator; title: string | null; note: string | null })
  | (Seen & { what: "joint_request"; kind: string | null; organisation: string; note: string | null });

type Row = {
  taken_back?: true;
  shown_name: string | null;
  audience: Audience;
  kind: string | null;
  scope?: "home" | "neighbourhood";
  /** Of a story. */
  indicator?: StoryIndicator;
  /** Of a joint request: whom it asks. */
  organisation?: string;
  state: MeasureState;
  year: number | null;
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
  if (row.scope) return { ...seen, what: "wish", kind: row.kind, title: row.title, note: row.note };
  if (row.indicator) return { ...seen, what: "story", indicator: row.indicator, title: row.title, note: row.note };
  if (row.organisation) return { ...seen, what: "joint_request", kind: row.kind, organisation: row.organisation, note: row.note };
  const { kind, state, year, experience, would_do_differently: wouldDoDifferently, photos } = row;
  return { ...seen, what: "measure", kind: kind ?? "", state, year, experience, wouldDoDifferently, photos: photos ?? [] };
}
