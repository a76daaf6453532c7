import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { House } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { AudienceFields, chosenAudience, ShareButton } from "../features/sharing/audience-fields.tsx";
import { audienceQuestion } from "../features/sharing/audience-question.server.ts";
import { refusedPage } from "../features/sharing/refused-page.server.ts";
import { DoorFields } from "../features/visits/door-fields.tsx";
import { measuresToSee } from "../features/visits/find-visit.server.ts";
import { openVisit } from "../features/visits/open-visit.server.ts";
import { newVisit } from "../features/visits/visit.schema.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { ErrorSummary, StepsLine } from "../ui/fields.tsx";
import { EmptyState, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const asked = new URL(args.request.url).searchParams.get("maatregel");
  const { measures, offered } = await asViewer(resident, async (tx) => ({ measures: await measuresToSee(tx, resident), offered: await audienceQuestion(tx, resident, "share_visit") }));
  return {
    ...wordsFor(resident.locale, "visits", "measures", "catalogue"),
    title: serverT(resident.locale, "visits")("open.title"),
    newId: randomUUID(),
    measures,
    chosen: measures.filter(({ id }) => id === asked).map(({ id }) => id),
    offered,
    place: { streetName: resident.streetName, neighbourhoodName: resident.neighbourhoodName },
  };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const t = serverT(resident.locale, "visits");
  const form = parseForm(newVisit(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const made = await asViewer(resident, (tx) => openVisit(tx, resident, form.value)).catch(refusedPage(resident, "audience", form.values));
  if (typeof made !== "string") return formProblem(made);
  return redirectWithFlash(`/kijkjes/${made}/praktisch?nieuw`, { text: t("open.saved") });
}

export default function NewVisit() {
  const t = useT("visits");
  const { title, newId, measures, chosen, offered, place } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = { to: "/kijkjes", words: t("open.back") };
  if (measures.length === 0) {
    return (
      <Page title={title} back={back}>
        <EmptyState icon={<House />} title={t("open.noMeasure")} action={<ButtonLink to="/maatregelen/nieuw">{t("open.addMeasure")}</ButtonLink>}>
          {t("open.noMeasureText")}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={title} intro={t("open.intro")} back={back}>
      <ErrorSummary errors={problem?.errors} />
      <StepsLine step={1} of={3} />
      <Form method="post" className="group flex flex-col gap-6">
        <input type="hidden" name="id" value={newId} />
        <DoorFields values={problem?.values ?? { measures: chosen }} errors={problem?.errors ?? {}} measures={measures} streetName={place.streetName} />
        <AudienceFields offered={offered} chosen={chosenAudience(problem?.values.audience, "household")} error={problem?.errors.audience} place={place} />
        <ShareButton offered={offered} />
      </Form>
    </Page>
  );
}
