import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { answerFigures, countsInFigures } from "../features/consent/answer-figures.server.ts";
import { consentText } from "../features/consent/consent-text.server.ts";
import { finishWelcome } from "../features/households/finish-welcome.server.ts";
import { figuresForm } from "../features/households/welcome.schema.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Choices, StepsLine } from "../ui/fields.tsx";
import { Card, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const counts = await asViewer(resident, (tx) => countsInFigures(tx, resident));
  const { text } = consentText(resident.locale, { purpose: "published_figures" }, resident);
  return { ...wordsFor(resident.locale, "join"), title: serverT(resident.locale, "join")("welcome.figuresTitle"), counts, consent: text, welcomed: resident.welcomed };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const form = parseForm(figuresForm, await readForm(args.request));
  if (!form.ok) return formProblem(form);
  await asViewer(resident, async (tx) => {
    await answerFigures(tx, resident, form.value.cijfers === "ja");
    if (!resident.welcomed) await finishWelcome(tx, resident);
  });
  const t = serverT(resident.locale, "join");
  return resident.welcomed ? redirectWithFlash("/instellingen", { text: t("welcome.saved") }) : redirectWithFlash("/kaart", { text: t("welcome.done") });
}

export default function CountInFigures() {
  const t = useT("join");
  const { title, counts, consent, welcomed } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("welcome.figuresIntro")} back={welcomed ? { to: "/instellingen", words: t("welcome.settings") } : undefined}>
      {welcomed ? null : <StepsLine step={4} of={4} />}
      <Card tone="sky">
        <h2 className="text-lg">{t("welcome.figuresText")}</h2>
        <p className="mt-1 measure">{consent}</p>
      </Card>
      <Form method="post" className="flex flex-col gap-6">
        <Choices
          name="cijfers"
          legend={t("welcome.figuresLegend")}
          chosen={counts ? "ja" : "nee"}
          choices={[
            { value: "nee", label: t("welcome.figuresNo") },
            { value: "ja", label: t("welcome.figuresYes") },
          ]}
        />
        <Button wide>{t(welcomed ? "welcome.save" : "welcome.next")}</Button>
      </Form>
    </Page>
  );
}
