import { Form } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";

export type BannerFacts = { id: string; address: string; minutesLeft: number };

/** On every page of a session: for whom, how long still, and the way to stop. Needs `assisted`. */
export function AssistingBanner({ id, address, minutesLeft }: BannerFacts) {
  const t = useT("assisted");
  return (
    <aside aria-label={t("banner.label")} className="sticky top-0 z-30 border-b border-line-strong bg-sun-soft px-4 py-2 print:hidden">
      <div className="mx-auto flex max-w-2xl flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p>
          {t("banner.text", { address })} <strong>{t("banner.left", { count: minutesLeft })}</strong>
        </p>
        <Form method="post" action={`/helpen/${id}/einde`}>
          <Button look="secondary">{t("banner.stop")}</Button>
        </Form>
      </div>
    </aside>
  );
}
