import { randomUUID } from "node:crypto";
import { asViewer } from "../../../../db/viewer.server.ts";
import { parseForm } from "../../../http/parse-form.server.ts";
import { serverT } from "../../../i18n/words.server.ts";
import { isMeasureKind, type MeasureKind } from "../../measures/catalogue.ts";
import { measureAudience, measureExperience, measureFacts } from "../../measures/measure.schema.server.ts";
import { shareMeasure } from "../../measures/share-measure.server.ts";
import { audienceOptions, type AudienceOption } from "../../sharing/audience-options.server.ts";
import type { AssistedEntry } from "./assisted-entry.server.ts";

/** What the forms of a measure and a wish need. */
export type ItemForm = { newId: string; kind: MeasureKind | null; offered: AudienceOption[] };

export const itemForm: AssistedEntry<ItemForm>["form"] = async ({ onBehalf }, kind) => ({
  newId: randomUUID(),
  kind: isMeasureKind(kind) ? kind : null,
  offered: await asViewer(onBehalf, (tx) => audienceOptions(tx, onBehalf)),
});

/** A measure in the home of who is helped. Neighbours can't ask them anything here, nor visit: there is no mailbox to tell. */
export const measureEntry: AssistedEntry<ItemForm> = {
  kind: "measure",
  form: itemForm,
  read(form, locale) {
    const t = serverT(locale, "measures");
    const parts = [parseForm(measureFacts(t), form), parseForm(measureExperience(t), form), parseForm(measureAudience(t), form)] as const;
    const [facts, experience, shared] = parts;
    if (!facts.ok || !experience.ok || !shared.ok) return { ok: false, errors: Object.assign({}, ...parts.map((part) => (part.ok ? {} : part.errors))), values: facts.values };
    const input = { ...facts.value, ...experience.value, audience: shared.value.audience };
    return { ok: true, write: (tx, onBehalf) => shareMeasure(tx, onBehalf, input) };
  },
};
