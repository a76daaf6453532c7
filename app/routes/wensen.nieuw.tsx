import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { MeaningLink } from "../features/figures/meaning-link.tsx";
import { isMeasureKind } from "../features/measures/catalogue.ts";
import { explainKind } from "../features/measures/explain-kind.server.ts";
import { KindPicker } from "../features/measures/kind-picker.tsx";
import { KindTile } from "../features/measures/kind-tile.tsx";
import { homeTraits } from "../features/neighbourhood/homes-like-mine.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { saveNewWish } from "../features/wishes/save-wish.server.ts";
import { ScopeLinks } from "../features/wishes/scope-links.tsx";
import { HomeWishFields, NeighbourhoodWishFields } from "../features/wishes/wish-fields.tsx";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, StepsLine } from "../ui/fields.tsx";
import { Card, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

const scopeOf = (url: string) => {
  const asked = new URL(url).searchParams;
  return { scope: asked.get("voor") === "huis" ? ("home" as const) : asked.get("voor") === "buurt" ? ("neighbourhood" as const) : null, kind: asked.get("soort") ?? "" };
};

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { scope, kind } = scopeOf(args.request.url);
  const traits = scope === "home" ? await asViewer(resident, (tx) => homeTraits(tx, resident)) : null;
  return {
    ...wordsFor(resident.locale, "wishes", "measures", "catalogue", "figures"),
    title: serverT(resident.locale, "wishes")("new.title"),
    newId: randomUUID(),
    dwellingType: traits?.dwellingType ?? null,
    scope,
    kind: isMeasureKind(kind) ? kind : null,
    explanation: isMeasureKind(kind) ? explainKind(resident.locale, kind).what : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const saved = await saveNewWish(resident, scopeOf(args.request.url).scope ?? "neighbourhood", await readForm(args.request));
  return typeof saved === "string" ? redirect(`/wensen/${saved}/publiek?nieuw`, 303) : saved;
}

export default function NewWish() {
  const t = useT("wishes");
  const names = useT("catalogue");
  const { scope, kind, explanation, dwellingType, newId } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const fields = { values: problem?.values ?? {}, errors: problem?.errors ?? {} };
  const of = scope === "home" ? 4 : 3;
  if (!scope) {
    return (
      <Page title={t("new.title")} intro={t("new.intro")}>
        <ScopeLinks />
      </Page>
    );
  }
  if (scope === "home" && !kind) {
    return (
      <Page title={t("new.kindTitle")} back={{ to: "/wensen/nieuw", words: t("new.title") }}>
        <StepsLine step={2} of={of} />
        <KindPicker dwellingType={dwellingType} to={(chosen) => `/wensen/nieuw?voor=huis&soort=${chosen}`} />
      </Page>
    );
  }
  return (
    <Page
      title={kind ? t("form.homeTitle", { kind: names(`kinds.${kind}`) }) : t("form.neighbourhoodTitle")}
      back={kind ? { to: "/wensen/nieuw?voor=huis", words: t("new.otherKind") } : { to: "/wensen/nieuw", words: t("new.title") }}
    >
      <StepsLine step={of - 1} of={of} />
      {kind ? (
        <Card>
          <div className="flex gap-3">
            <KindTile kind={kind} />
            <div className="measure">
              <p className="text-ink-soft">{explanation}</p>
              <MeaningLink kind={kind} />
            </div>
          </div>
        </Card>
      ) : null}
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <input type="hidden" name="id" value={newId} />
        {kind ? <HomeWishFields kind={kind} {...fields} /> : <NeighbourhoodWishFields {...fields} />}
        <Button wide>{t("form.save")}</Button>
      </Form>
    </Page>
  );
}
