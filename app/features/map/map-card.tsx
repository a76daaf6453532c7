import { Link, useNavigationType } from "@remix-run/react";
import { ArrowLeft } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { useT } from "../../i18n/use-t.tsx";

/** The card of one place, beside or below the map: the way back to the list, what it is, and what there is to say. Needs `map`. */
export function MapCard({ label, title, note, back, children }: { label: string; title: ReactNode; note: ReactNode; back: string; children: ReactNode }) {
  const t = useT("map");
  const heading = useRef<HTMLHeadingElement>(null);
  const came = useNavigationType();
  // Who opens a card goes on reading there; a page that begins with a card leaves the focus alone.
  useEffect(() => {
    if (came === "PUSH") heading.current?.focus({ preventScroll: true });
  }, [came]);
  return (
    <section aria-label={label} className="flex flex-col gap-5 pb-4">
      <div>
        <Link to={back} preventScrollReset className="inline-flex min-h-11 items-center gap-1.5 text-garden underline underline-offset-4">
          <ArrowLeft aria-hidden className="size-5" />
          {t("card.back")}
        </Link>
        <h2 ref={heading} tabIndex={-1} className="text-2xl focus:outline-none">
          {title}
        </h2>
        {note}
      </div>
      {children}
    </section>
  );
}
