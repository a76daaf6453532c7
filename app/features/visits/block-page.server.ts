import { asViewer } from "../../../db/viewer.server.ts";
import { redirectWithFlash } from "../../http/flash.server.ts";
import { notFound } from "../../http/not-found.server.ts";
import { serverT, wordsFor } from "../../i18n/words.server.ts";
import { mostBlocks } from "../blocks/block-neighbour.server.ts";
import type { Resident } from "../session/viewer.ts";
import { blockBehind } from "./deeds.server.ts";

/** What the question needs to know of a neighbour who is met by an opening, a badge or a request, as they are shown. */
export function blockQuestionOf(resident: Resident, neighbour: { shownName: string | null; streetName: string }, back: string, report: string | null) {
  const t = serverT(resident.locale, "blocks");
  const name = neighbour.shownName ?? t("somebody", { street: neighbour.streetName });
  return { ...wordsFor(resident.locale, "blocks"), title: t("question.title", { name }), back, report };
}

/** Blocks the neighbour behind it, which also calls off what is agreed, and goes to the neighbourhood. @throws 404 where there is nobody */
export async function sendBlockBehind(resident: Resident, id: string, isThere: () => Promise<unknown>) {
  if (!(await isThere())) throw notFound();
  const made = await asViewer(resident, (tx) => blockBehind(tx, resident, id));
  const t = serverT(resident.locale, "blocks");
  if (!made) return redirectWithFlash("/instellingen/blokkades", { text: t("tooMany", { most: mostBlocks }) });
  return redirectWithFlash("/buurt", { text: t("done"), undo: { action: `/instellingen/blokkades/${made}/opheffing`, label: t("undo") } });
}
