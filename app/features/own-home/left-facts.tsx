import { Form } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";
import type { LeftFact } from "./left-facts.server.ts";

/** What earlier residents left of this home, to take over or to remove; nothing where they left nothing. Needs `ownHome` and `catalogue`. */
export function LeftFacts({ facts }: { facts: LeftFact[] }) {
  const t = useT("ownHome");
  const names = useT("catalogue");
  if (facts.length === 0) return null;
  return (
    <Section title={t("left.title")}>
      <p className="measure text-ink-soft">{t("left.intro")}</p>
      <ul className="divide-y divide-line rounded-card border border-line bg-surface">
        {facts.map(({ id, kind, year }) => {
          const what = names(`kinds.${kind}`);
          return (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
              <span>
                <span className="font-semibold">{what}</span> <span className="text-ink-soft">{year ? t("left.year", { year }) : t("left.noYear")}</span>
              </span>
              <span className="flex flex-wrap gap-2">
                <Form method="post" action={`/mijn-huis/eerder/${id}/overname`}>
                  <Button look="secondary" aria-label={t("left.takeOf", { what })}>
                    {t("left.take")}
                  </Button>
                </Form>
                <Form method="post" action={`/mijn-huis/eerder/${id}/verwijdering`}>
                  <Button look="quiet" aria-label={t("left.removeOf", { what })}>
                    {t("left.remove")}
                  </Button>
                </Form>
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
