import { Link } from "@remix-run/react";
import { BookOpen } from "lucide-react";
import { lowerFirst } from "../../i18n/lower-first.ts";
import { useT } from "../../i18n/use-t.tsx";
import type { MeasureKind } from "../measures/catalogue.ts";
import { Doorway } from "../neighbourhood/doorway.tsx";

/** Where it is read what neighbours know of a kind of measure. */
export const knowledgePath = (kind: MeasureKind) => `/weten/${kind}`;

/** The way to what neighbours know of one kind of measure. Needs `catalogue`. */
export function KnowledgeDoorway({ kind }: { kind: MeasureKind }) {
  const t = useT("catalogue");
  return <Doorway to={knowledgePath(kind)} icon={<BookOpen aria-hidden className="size-6 shrink-0 text-garden" />} title={t("knowledge.of")} text={t("knowledge.ofText")} />;
}

/** The way to what neighbours know of one kind, or of all. Needs `catalogue`. */
export function KnowledgeLink({ kind = null }: { kind?: MeasureKind | null }) {
  const t = useT("catalogue");
  return (
    <Link to={kind ? knowledgePath(kind) : "/weten"} className="inline-flex min-h-11 items-center gap-2 text-garden underline underline-offset-4">
      <BookOpen aria-hidden className="size-5 shrink-0" />
      {kind ? `${t(`kinds.${kind}`)}: ${lowerFirst(t("knowledge.of"))}` : t("knowledge.all")}
    </Link>
  );
}
