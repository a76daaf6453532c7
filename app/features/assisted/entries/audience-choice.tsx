import { useT } from "../../../i18n/use-t.tsx";
import { Choices } from "../../../ui/fields.tsx";
import type { AudienceOption } from "../../sharing/audience-options.server.ts";

/** Who may see it, as it is ticked on the form: nothing is chosen beforehand. Needs `assisted` and `catalogue`. */
export function AudienceChoice({ offered, chosen, error }: { offered: AudienceOption[]; chosen?: string | string[]; error?: string }) {
  const t = useT("assisted");
  const names = useT("catalogue");
  return <Choices legend={t("entry.audience")} hint={t("entry.audienceHint")} name="audience" error={error} chosen={chosen} choices={offered.map(({ audience }) => ({ value: audience, label: t(`paper.audiences.${audience}`), hint: names(`audiences.${audience}`) }))} />;
}
