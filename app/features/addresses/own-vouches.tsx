import { Form } from "@remix-run/react";
import { useDay } from "../../i18n/use-day.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";
import type { OwnVouch } from "./own-vouches.server.ts";

/** For whom one stood in, with a way back as long as there is one. Nothing when there is nobody. */
export function OwnVouches({ vouches }: { vouches: OwnVouch[] }) {
  const t = useT("vouching");
  const day = useDay();
  if (vouches.length === 0) return null;
  return (
    <Section title={t("vouch.mineTitle")}>
      <ul className="divide-y divide-line rounded-card border border-line bg-surface">
        {vouches.map(({ id, at, name, address, mayTakeBack }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-3">
            <span className="min-w-0 break-words">
              {name ? t("vouch.mine", { name, address }) : t("vouch.minePast")} <span className="block text-sm text-ink-soft">{day(at)}</span>
            </span>
            {mayTakeBack ? (
              <Form method="post" action={`/borg/terug/${id}`}>
                <Button look="quiet">{t("vouch.takeBack")}</Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
