import { Link } from "@remix-run/react";
import { Pencil, Trash2, Users } from "lucide-react";
import type { ReactNode } from "react";
import type { Audience } from "../../../db/schema/people.ts";
import { useT } from "../../i18n/use-t.tsx";
import { AudienceBadge } from "./audience-badge.tsx";

/** What an owner can do with an item: who sees it, changing it, taking it away. Needs `measures` and `catalogue`. */
export function OwnerActions({ audience, path, changes }: { audience: Audience; path: string; changes: { to: string; words: string }[] }) {
  const t = useT("measures");
  return (
    <section className="rounded-card border border-line bg-surface p-4">
      <h2 className="flex flex-wrap items-center gap-3 text-lg">
        {t("detail.whoSees")} <AudienceBadge audience={audience} />
      </h2>
      <ul className="mt-2 divide-y divide-line">
        <Action to={`${path}/publiek`} icon={<Users />} words={t("detail.changeAudience")} />
        {changes.map((change) => (
          <Action key={change.to} icon={<Pencil />} {...change} />
        ))}
        <Action to={`${path}/intrekking`} icon={<Trash2 />} words={t("detail.withdraw")} danger />
      </ul>
    </section>
  );
}

function Action({ to, icon, words, danger = false }: { to: string; icon: ReactNode; words: string; danger?: boolean }) {
  return (
    <li>
      <Link to={to} className={`flex min-h-12 items-center gap-3 underline-offset-4 hover:underline ${danger ? "text-danger" : "text-garden"}`}>
        <span aria-hidden className="[&>svg]:size-5">
          {icon}
        </span>
        {words}
      </Link>
    </li>
  );
}
