import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { ownHome } from "../features/neighbourhood/own-home.server.ts";
import { onlyDifferences } from "../features/own-home/correction.ts";
import { CorrectionForm } from "../features/own-home/correction-form.tsx";
import { correctionForm } from "../features/own-home/correction.schema.server.ts";
import { ownCorrection } from "../features/own-home/own-correction.server.ts";
import { saveCorrection } from "../features/own-home/save-correction.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ErrorSummary } from "../ui/fields.tsx";
import { Card, Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { home, own } = await asViewer(resident, async (tx) => ({ home: await ownHome(tx, resident.dwellingId), own: await ownCorrection(tx, resident.householdId) }));
  if (!home) throw notFound();
  const values = Object.fromEntries(Object.entries(own ?? {}).map(([fact, value]) => [fact, String(value ?? "")]));
  return { ...wordsFor(resident.locale, "ownHome", "catalogue"), title: serverT(resident.locale, "ownHome")("title"), home, values };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const t = serverT(resident.locale, "ownHome");
  const form = parseForm(correctionForm(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  await asViewer(resident, async (tx) => {
    const home = await ownHome(tx, resident.dwellingId);
    if (home) await saveCorrection(tx, resident, onlyDifferences(form.value, home));
  });
  return redirectWithFlash("/mijn-huis", { text: t("saved") });
}

export default function CorrectMyHome() {
  const t = useT("ownHome");
  const { title, home, values } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("intro")} back={{ to: "/mijn-huis", words: t("back") }}>
      <ErrorSummary errors={problem?.errors} />
      <Card tone="garden">
        <p className="measure">{t("onlyYou")}</p>
      </Card>
      <CorrectionForm home={home} values={problem?.values ?? values} errors={problem?.errors ?? {}} />
      <Section title={t("mend.title")}>
        <p className="measure">{t("mend.bag")}</p>
        <p className="measure">{t("mend.label")}</p>
      </Section>
    </Page>
  );
}
