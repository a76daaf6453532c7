import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { useCounts } from "../features/knowledge/counts-line.ts";
import { knowledgeOf } from "../features/knowledge/knowledge-of.server.ts";
import { AskablePart, FoundPart, OpenPart, ToldPart, VisitsPart } from "../features/knowledge/parts.tsx";
import { isMeasureKind } from "../features/measures/catalogue.ts";
import { inWords } from "../features/measures/in-words.server.ts";
import { KindTitle } from "../features/measures/kind-title.tsx";
import { requireResident } from "../features/session/guards.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const kind = args.params.kind ?? "";
  if (!isMeasureKind(kind)) throw notFound();
  const { told, ...known } = await asViewer(resident, (tx) => knowledgeOf(tx, resident, kind));
  return {
    ...wordsFor(resident.locale, "knowledge", "questions", "figures", "koplopers", "visits", "catalogue"),
    title: serverT(resident.locale, "knowledge")("title", { kind: serverT(resident.locale, "catalogue")(`kinds.${kind}`) }),
    kind,
    ...known,
    told: { alike: told.alike && inWords(resident.locale, told.alike), here: inWords(resident.locale, told.here) },
  };
}

export default function KnowledgeOfKind() {
  const t = useT("knowledge");
  const names = useT("catalogue");
  const { kind, found, open, told, experiences, koplopers, askable, visits } = useLoaderData<typeof loader>();
  const parts = useCounts()({ outcomes: found.count, open: open.count, homes: told.here.count, koplopers: koplopers.count, visits: visits.count });
  return (
    <Page
      title={<KindTitle kind={kind}>{names(`kinds.${kind}`)}</KindTitle>}
      intro={t("intro")}
      back={{ to: "/weten", words: t("back") }}
    >
      {parts.length > 0 ? (
        <nav aria-label={t("contents")}>
          <ul className="flex flex-wrap gap-2">
            {parts.map(({ id, words }) => (
              <li key={id}>
                <a href={`#${id}`} className="inline-flex min-h-11 items-center rounded-full border border-line-strong bg-surface px-4 hover:bg-raised">
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <p>
        <ButtonLink wide to={`/vragen/nieuw?soort=${kind}`}>
          {t("ask")}
        </ButtonLink>
      </p>
      <FoundPart kind={kind} count={found.count} outcomes={found.outcomes} />
      <OpenPart kind={kind} count={open.count} questions={open.questions} />
      <ToldPart kind={kind} alike={told.alike} here={told.here} experiences={experiences} />
      <AskablePart kind={kind} count={koplopers.count} koplopers={koplopers.first} askable={askable} />
      <VisitsPart count={visits.count} visits={visits.first} />
    </Page>
  );
}
