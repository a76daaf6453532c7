import { asViewer } from "../../../db/viewer.server.ts";
import { formProblem, parseForm } from "../../http/parse-form.server.ts";
import { serverT } from "../../i18n/words.server.ts";
import type { Resident } from "../session/viewer.ts";
import { shareWish } from "./share-wish.server.ts";
import { homeWish, neighbourhoodWish } from "./wish.schema.server.ts";

/** Keeps a new wish from its form. @returns its id, or the form's problem */
export async function saveNewWish(resident: Resident, scope: "home" | "neighbourhood", form: FormData) {
  const t = serverT(resident.locale, "wishes");
  if (scope === "home") {
    const parsed = parseForm(homeWish(t), form);
    return parsed.ok ? asViewer(resident, (tx) => shareWish(tx, resident, { scope, ...parsed.value })) : formProblem(parsed);
  }
  const parsed = parseForm(neighbourhoodWish(t), form);
  return parsed.ok ? asViewer(resident, (tx) => shareWish(tx, resident, { scope, ...parsed.value })) : formProblem(parsed);
}
