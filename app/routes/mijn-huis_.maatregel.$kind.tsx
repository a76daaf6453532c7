import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { gasPrice } from "../features/figures/measure-lines.ts";
import { MeasureMeaningView } from "../features/figures/measure-meaning-view.tsx";
import { meaningOf } from "../features/figures/measure-meaning.ts";
import { OwnNumbersForm } from "../features/figures/own-numbers-form.tsx";
import { ownNumbers } from "../features/figures/own-numbers.schema.server.ts";
import { KnowledgeDoorway } from "../features/knowledge/knowledge-link.tsx";
import { isMeasureKind } from "../features/measures/catalogue.ts";
import { explainKind } from "../features/measures/explain-kind.server.ts";
import { inWords } from "../features/measures/in-words.server.ts";
import { KindTitle } from "../features/measures/kind-title.tsx";
import { neighboursWithKind } from "../features/measures/neighbours-with-kind.server.ts";
import { NeighboursWithKind } from "../features/measures/neighbours-with-kind.tsx";
import { homeTraits } from "../features/neighbourhood/homes-like-mine.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { parseForm } from "../http/parse-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const kind = args.params.kind ?? "";
  if (!isMeasureKind(kind)) throw notFound();
  const form = parseForm(ownNumbers(serverT(resident.locale, "figures")), new URL(args.request.url).searchParams);
  const { traits, neighbours } = await asViewer(resident, async (tx) => {
    const home = await homeTraits(tx, resident);
    return { traits: home, neighbours: await neighboursWithKind(tx, resident, kind, home) };
  });
  const own = { gasM3: form.ok ? form.value.gas : null, price: (form.ok ? form.value.prijs : null) ?? gasPrice.value };
  return {
    ...wordsFor(resident.locale, "figures", "catalogue"),
    title: serverT(resident.locale, "catalogue")(`kinds.${kind}`),
    what: explainKind(resident.locale, kind).what,
    kind,
    own,
    values: form.values,
    errors: form.ok ? {} : form.errors,
    meaning: meaningOf(kind, traits?.dwellingType ?? null, own),
    neighbours: { alike: neighbours.alike && inWords(resident.locale, neighbours.alike), here: inWords(resident.locale, neighbours.here) },
  };
}

export default function MeaningOfKind() {
  const t = useT("figures");
  const { title, what, kind, own, values, errors, meaning, neighbours } = useLoaderData<typeof loader>();
  return (
    <Page
      title={<KindTitle kind={kind}>{title}</KindTitle>}
      intro={what}
      back={{ to: "/mijn-huis/maatregelen", words: t("kinds.back") }}
    >
      <ErrorSummary errors={errors} />
      <MeasureMeaningView meaning={meaning} own={own} title={t("meaning.title")} />
      {meaning ? <OwnNumbersForm values={values} errors={errors} /> : null}
      <NeighboursWithKind kind={kind} alike={neighbours.alike} here={neighbours.here} />
      <KnowledgeDoorway kind={kind} />
      <ButtonLink look="secondary" to={`/maatregelen/nieuw?soort=${kind}`}>
        {t("meaning.share")}
      </ButtonLink>
    </Page>
  );
}
