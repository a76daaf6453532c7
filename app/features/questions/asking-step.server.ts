import type { ViewerTx } from "../../../db/viewer.server.ts";
import { serverT } from "../../i18n/words.server.ts";
import { isMeasureKind } from "../measures/catalogue.ts";
import type { Resident } from "../session/viewer.ts";
import { audienceQuestion } from "../sharing/audience-question.server.ts";
import { ownHomeKind, placesHere } from "./places.server.ts";
import { questionTitle } from "./question.schema.server.ts";
import { similarQuestions } from "./similar-questions.server.ts";

/** What a form of a question offers to choose from. */
export async function askedAbout(tx: ViewerTx, resident: Resident) {
  return { places: await placesHere(tx, resident), hasBuilding: resident.buildingId !== null, home: await ownHomeKind(tx, resident) };
}

/** Which step of asking an address is at: the title, what looks like it (where there is something), or the rest. `kind` is the measure with which it began. */
export async function askingStep(tx: ViewerTx, resident: Resident, params: URLSearchParams) {
  const title = params.get("titel");
  const begun = params.get("soort") ?? "";
  const kind = isMeasureKind(begun) ? begun : null;
  if (title === null) return { name: "title" as const, title: "", kind, error: null };
  const read = questionTitle(serverT(resident.locale, "questions")).safeParse(title);
  if (!read.success) return { name: "title" as const, title, kind, error: read.error.issues[0]!.message };
  const similar = params.has("verder") ? [] : await similarQuestions(tx, resident, read.data);
  if (similar.length > 0) return { name: "similar" as const, title: read.data, kind, similar };
  return { name: "rest" as const, title: read.data, kind, about: await askedAbout(tx, resident), offered: await audienceQuestion(tx, resident, "share_question") };
}
