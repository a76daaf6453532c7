import { data } from "@remix-run/node";
import { formProblem } from "../../../http/parse-form.server.ts";
import { readFormWithUpload } from "../../../http/read-upload.server.ts";
import { serverT } from "../../../i18n/words.server.ts";
import { consume } from "../../session/rate-limits.server.ts";
import { tooMany } from "../../session/too-many.server.ts";
import type { Resident } from "../../session/viewer.ts";
import { mostUploadBytes, type UploadProblem } from "./open-upload.server.ts";
import { planPuttingBack, putBack } from "./put-back.server.ts";

/** Takes a file to put back: shows first what would be added, and adds it when the same file comes with the mark of what was shown. */
export async function takeUpload(resident: Resident, request: Request) {
  const t = serverT(resident.locale, "privacy");
  const { form, upload } = await readFormWithUpload(request, "file", mostUploadBytes);
  const used = await consume("puttingBackPerAccount", resident.accountId);
  if (!used.ok) return { answer: tooMany(resident.locale, used.secondsToWait, {}, "file") };
  const refused = (why: UploadProblem | "other_file") => ({ answer: formProblem({ errors: { file: t(`back.problems.${why}`) }, values: {} }) });
  if (upload === null) return refused("nothing");
  if (upload === "too_large") return refused("too_large");
  const mark = form.get("mark");
  const adding = form.get("look") === null && typeof mark === "string";
  const plan = adding ? await putBack(resident, Buffer.from(upload), mark) : await planPuttingBack(resident, Buffer.from(upload));
  if (typeof plan === "string") return refused(plan);
  return adding ? { done: t("back.done", { count: plan.things.length }) } : { answer: data({ plan }) };
}
