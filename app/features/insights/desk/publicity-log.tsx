import { useDay } from "../../../i18n/use-day.ts";
import { useT } from "../../../i18n/use-t.tsx";
import { Section } from "../../../ui/page.tsx";
import type { PublicityLine } from "./publicity.server.ts";

/** When each side made figures visible for everybody, and took that back. Needs `releases`. */
export function PublicityLog({ lines }: { lines: readonly (Omit<PublicityLine, "at"> & { at: Date | string })[] }) {
  const t = useT("releases");
  const day = useDay();
  if (lines.length === 0) return null;
  return (
    <Section title={t("publicity.title")}>
      <ul className="list-disc pl-5">
        {lines.map(({ id, at, side, deed, areaName }) => <li key={id}>{day(new Date(at))}. {t("publicityLine", { deed: t(`publicity.${side}.${deed}`), area: areaName })}</li>)}
      </ul>
    </Section>
  );
}
