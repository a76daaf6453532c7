import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { AudienceFields, chosenAudience, ShareButton } from "../features/sharing/audience-fields.tsx";
import { audienceQuestion } from "../features/sharing/audience-question.server.ts";
import { refusedPage } from "../features/sharing/refused-page.server.ts";
import { sharedWords } from "../features/sharing/shared-words.server.ts";
import { ownVisit } from "../features/visits/find-visit.server.ts";
import { changeVisitAudience } from "../features/visits/visit-audience.server.ts";
import { visitAudience } from "../features/visits/visit.schema.server.ts";
import { VisitFacts } from "../features/visits/visit-facts.tsx";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ErrorSummary } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { visit, offered } = await asViewer(resident, async (tx) => ({ visit: await ownVisit(tx, resident, args.params.id), offered: await audienceQuestion(tx, resident, "share_visit") }));
  return {
    ...wordsFor(resident.locale, "measures", "visits", "catalogue"),
    title: serverT(resident.locale, "measures")("audience.title"),
    place: { streetName: resident.streetName, neighbourhoodName: resident.neighbourhoodName },
    visit,
    offered,
  };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const form = parseForm(visitAudience(serverT(resident.locale, "visits")), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const problem = await asViewer(resident, async (tx) => {
    const { id } = await ownVisit(tx, resident, args.params.id);
    await changeVisitAudience(tx, resident, id, form.value.audience);
    return null;
  }).catch(refusedPage(resident, "audience", form.values));
  if (problem) return formProblem(problem);
  return redirectWithFlash(`/kijkjes/${args.params.id}`, { text: sharedWords(resident, form.value.audience) });
}

export default function VisitAudience() {
  const t = useT("measures");
  const words = useT("visits");
  const { visit, offered, place } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={t("audience.title")} intro={t("audience.intro")} back={{ to: `/kijkjes/${visit.id}`, words: words("change.back") }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="group flex flex-col gap-6">
        <AudienceFields offered={offered} chosen={chosenAudience(problem?.values.audience, visit.audience)} error={problem?.errors.audience} place={place} preview={<VisitFacts visit={visit} />} />
        <ShareButton offered={offered} />
      </Form>
    </Page>
  );
}
