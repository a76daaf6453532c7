import { Link } from "@remix-run/react";
import type { DwellingType } from "../../../db/schema/register.ts";
import { useT } from "../../i18n/use-t.tsx";
import { fitsHome, kindsInGroup, type MeasureGroup, type MeasureKind, measureGroups } from "./catalogue.ts";
import { KindTile } from "./kind-tile.tsx";

/** All kinds as links, by group; those that fit the own kind of home come first. Needs `measures` and `catalogue`. */
export function KindPicker({ dwellingType, to }: { dwellingType: DwellingType | null; to: (kind: MeasureKind) => string }) {
  const t = useT("measures");
  const groups = Object.keys(measureGroups) as MeasureGroup[];
  const others = groups.flatMap((group) => kindsInGroup(group).filter((kind) => !fitsHome(kind, dwellingType)));
  return (
    <>
      {groups.map((group) => (
        <Group key={group} group={group} kinds={kindsInGroup(group).filter((kind) => fitsHome(kind, dwellingType))} to={to} />
      ))}
      {others.length > 0 ? (
        <details className="rounded-card border border-line bg-surface p-4">
          <summary className="min-h-11 content-center font-semibold">{t("new.others")}</summary>
          <Kinds kinds={others} to={to} />
        </details>
      ) : null}
    </>
  );
}

function Group({ group, kinds, to }: { group: MeasureGroup; kinds: MeasureKind[]; to: (kind: MeasureKind) => string }) {
  const t = useT("catalogue");
  if (kinds.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 text-lg">{t(`groups.${group}`)}</h2>
      <Kinds kinds={kinds} to={to} />
    </section>
  );
}

/** Kinds as links with their symbols. Needs `catalogue`. */
export function Kinds({ kinds, to }: { kinds: MeasureKind[]; to: (kind: MeasureKind) => string }) {
  const t = useT("catalogue");
  return (
    <ul className="grid grid-cols-2 gap-2 sm:grid-cols-3">
      {kinds.map((kind) => (
        <li key={kind}>
          <Link to={to(kind)} className="flex h-full flex-col gap-2 rounded-xl border border-line bg-surface p-2.5 text-sm leading-snug font-semibold wrap-anywhere hyphens-auto hover:border-garden hover:bg-garden-soft sm:text-base">
            <KindTile kind={kind} />
            {t(`kinds.${kind}`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
