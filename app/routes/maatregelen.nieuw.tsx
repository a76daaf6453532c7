import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { MeaningLink } from "../features/figures/meaning-link.tsx";
import { isMeasureKind } from "../features/measures/catalogue.ts";
import { explainKind } from "../features/measures/explain-kind.server.ts";
import { FactsFields } from "../features/measures/facts-fields.tsx";
import { KindPicker } from "../features/measures/kind-picker.tsx";
import { KindTile } from "../features/measures/kind-tile.tsx";
import { measureFacts } from "../features/measures/measure.schema.server.ts";
import { ownMeasureOfKind } from "../features/measures/own-measure.server.ts";
import { shareMeasure } from "../features/measures/share-measure.server.ts";
import { homeTraits } from "../features/neighbourhood/homes-like-mine.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, StepsLine } from "../ui/fields.tsx";
import { Card, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const wanted = new URL(args.request.url).searchParams.get("soort") ?? "";
  const kind = isMeasureKind(wanted) ? wanted : null;
  const { traits, here } = await asViewer(resident, async (tx) => ({
    traits: await homeTraits(tx, resident),
    here: kind && (await ownMeasureOfKind(tx, resident, kind)),
  }));
  return {
    ...wordsFor(resident.locale, "measures", "catalogue", "figures"),
    title: serverT(resident.locale, "measures")("new.title"),
    newId: randomUUID(),
    dwellingType: traits?.dwellingType ?? null,
    kind,
    here,
    explanation: kind && explainKind(resident.locale, kind),
  };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const form = parseForm(measureFacts(serverT(resident.locale, "measures")), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const id = await asViewer(resident, (tx) => shareMeasure(tx, resident, form.value));
  return redirect(`/maatregelen/${id}/ervaring?nieuw`, 303);
}

export default function NewMeasure() {
  const t = useT("measures");
  const { kind, dwellingType } = useLoaderData<typeof loader>();
  if (kind) return <Facts kind={kind} />;
  return (
    <Page title={t("new.title")} intro={t("new.intro")}>
      <StepsLine step={1} of={4} />
      <KindPicker dwellingType={dwellingType} to={(chosen) => `/maatregelen/nieuw?soort=${chosen}`} />
    </Page>
  );
}

function Facts({ kind }: { kind: NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["kind"]> }) {
  const t = useT("measures");
  const names = useT("catalogue");
  const { explanation, newId, here } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={t("facts.title", { kind: names(`kinds.${kind}`) })} back={{ to: "/maatregelen/nieuw", words: t("new.otherKind") }}>
      <StepsLine step={2} of={4} />
      <Card>
        <div className="flex gap-3">
          <KindTile kind={kind} />
          <div className="measure">
            <p className="text-ink-soft">{explanation?.what}</p>
            <MeaningLink kind={kind} />
          </div>
        </div>
      </Card>
      {here ? (
        <p role="note" className="rounded-card bg-sun-soft p-4">
          {t("new.alreadyHere", { kind: names(`kinds.${kind}`) })}{" "}
          <Link to={`/maatregelen/${here}`} className="underline underline-offset-4">
            {t("new.seeIt")}
          </Link>
        </p>
      ) : null}
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" replace className="flex flex-col gap-6">
        <input type="hidden" name="id" value={newId} />
        <FactsFields kind={kind} values={problem?.values ?? {}} errors={problem?.errors ?? {}} />
        <Button wide>{t("facts.save")}</Button>
      </Form>
    </Page>
  );
}
