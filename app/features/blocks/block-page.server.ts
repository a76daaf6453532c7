import { asViewer } from "../../../db/viewer.server.ts";
import { redirectWithFlash } from "../../http/flash.server.ts";
import { notFound } from "../../http/not-found.server.ts";
import { serverT, wordsFor } from "../../i18n/words.server.ts";
import type { Resident } from "../session/viewer.ts";
import { blockNeighbour, mostBlocks } from "./block-neighbour.server.ts";
import { type Meeting, neighbourBehind } from "./neighbour-behind.server.ts";

/**
 * What the question needs to know of the neighbour, as they are shown.
 * @param back where one goes who doesn't block after all
 * @param report where the same thing is reported, if it can be
 * @throws 404 when there is no such neighbour that this resident sees
 */
export async function blockQuestion(resident: Resident, meeting: Meeting, back: string, report: string | null) {
  const neighbour = await asViewer(resident, (tx) => neighbourBehind(tx, resident, meeting));
  if (!neighbour) throw notFound();
  const t = serverT(resident.locale, "blocks");
  const name = neighbour.shownName ?? t("somebody", { street: neighbour.streetName });
  return { ...wordsFor(resident.locale, "blocks"), title: t("question.title", { name }), back, report };
}

/** Blocks the neighbour, and goes to the neighbourhood with a line that undoes it. @throws 404 as the question does */
export async function sendBlock(resident: Resident, meeting: Meeting) {
  const made = await asViewer(resident, async (tx) => {
    const neighbour = await neighbourBehind(tx, resident, meeting);
    if (!neighbour) throw notFound();
    return blockNeighbour(tx, resident, neighbour);
  });
  const t = serverT(resident.locale, "blocks");
  if (!made) return redirectWithFlash("/instellingen/blokkades", { text: t("tooMany", { most: mostBlocks }) });
  return redirectWithFlash("/buurt", { text: t("done"), undo: { action: `/instellingen/blokkades/${made}/opheffing`, label: t("undo") } });
}
