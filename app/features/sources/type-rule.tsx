import { useT } from "../../i18n/use-t.tsx";
import { Facts, Section } from "../../ui/page.tsx";

const types = ["flat", "terraced", "end_terrace", "semi_detached", "detached", "other", "unknown"] as const;

/** How the type of a home is derived from the register, in the words of its rule. Needs `sources` and `catalogue`. */
export function TypeRule() {
  const t = useT("sources");
  const names = useT("catalogue");
  return (
    <div id="soort-woning">
      <Section title={t("types.title")}>
        <p className="measure">{t("types.text")}</p>
        <Facts facts={types.map((type) => ({ name: names(`dwellingTypes.${type}`), value: <span className="font-normal">{t(`types.${type}`)}</span> }))} />
        <p className="measure text-sm text-ink-soft">{t("types.walls")}</p>
      </Section>
    </div>
  );
}
