import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { BookOpen } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { useCounts } from "../features/knowledge/counts-line.ts";
import { kindsKnown } from "../features/knowledge/kinds-known.server.ts";
import { knowledgePath } from "../features/knowledge/knowledge-link.tsx";
import { measureKinds } from "../features/measures/catalogue.ts";
import { Kinds } from "../features/measures/kind-picker.tsx";
import { KindTile } from "../features/measures/kind-tile.tsx";
import { requireResident } from "../features/session/guards.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState, Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const known = await asViewer(resident, (tx) => kindsKnown(tx, resident));
  return { ...wordsFor(resident.locale, "knowledge", "catalogue"), title: serverT(resident.locale, "knowledge")("list.title"), known };
}

export default function Knowledge() {
  const t = useT("knowledge");
  const names = useT("catalogue");
  const counts = useCounts();
  const { title, known } = useLoaderData<typeof loader>();
  const others = measureKinds.filter((kind) => !known.some((each) => each.kind === kind));
  return (
    <Page title={title} intro={t("list.intro")} back={{ to: "/vragen", words: t("list.back") }}>
      {known.length > 0 ? (
        <Section title={t("list.known")}>
          <ul className="flex flex-col gap-3">
            {known.map(({ kind, ...much }) => (
              <li key={kind} className="relative flex items-center gap-4 rounded-card border border-line bg-surface p-4 transition-colors hover:border-line-strong">
                <KindTile kind={kind} />
                <div className="min-w-0">
                  <h3 className="text-lg leading-snug wrap-anywhere hyphens-auto">
                    <Link to={knowledgePath(kind)} className="after:absolute after:inset-0 after:rounded-card">
                      {names(`kinds.${kind}`)}
                    </Link>
                  </h3>
                  <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
                    {counts(much).map(({ id, words }) => (
                      <span key={id}>{words}</span>
                    ))}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </Section>
      ) : (
        <EmptyState icon={<BookOpen />} title={t("list.none")} action={<ButtonLink to="/vragen/nieuw">{t("ask")}</ButtonLink>}>
          {t("list.noneText")}
        </EmptyState>
      )}
      {others.length > 0 ? (
        <Section title={t("list.others")}>
          <Kinds kinds={others} to={knowledgePath} />
        </Section>
      ) : null}
    </Page>
  );
}
