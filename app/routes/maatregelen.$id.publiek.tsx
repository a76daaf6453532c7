import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { changeMeasureAudience } from "../features/measures/change-measure-audience.server.ts";
import { ContactPreview } from "../features/measures/contact-preview.tsx";
import { measureAudience } from "../features/measures/measure.schema.server.ts";
import { MeasureView } from "../features/measures/measure-view.tsx";
import { ownMeasure } from "../features/measures/own-measure.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { AudienceFields, chosenAudience, ShareButton } from "../features/sharing/audience-fields.tsx";
import { audienceQuestion } from "../features/sharing/audience-question.server.ts";
import { ItemHeader } from "../features/sharing/item-header.tsx";
import { usePersonName } from "../features/sharing/person-name.tsx";
import { refusedPage } from "../features/sharing/refused-page.server.ts";
import { sharedWords } from "../features/sharing/shared-words.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Choices, ErrorSummary, StepsLine } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { measure, offered } = await asViewer(resident, async (tx) => ({
    measure: await ownMeasure(tx, resident, args.params.id),
    offered: await audienceQuestion(tx, resident, "share_measure"),
  }));
  return {
    ...wordsFor(resident.locale, "measures", "catalogue"),
    title: serverT(resident.locale, "measures")("audience.title"),
    isNew: new URL(args.request.url).searchParams.has("nieuw"),
    place: { streetName: resident.streetName, neighbourhoodName: resident.neighbourhoodName },
    measure,
    offered,
  };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const form = parseForm(measureAudience(serverT(resident.locale, "measures")), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const { id = "" } = args.params;
  const problem = await asViewer(resident, async (tx) => {
    await ownMeasure(tx, resident, id);
    if (!(await changeMeasureAudience(tx, resident, id, form.value))) throw notFound();
    return null;
  }).catch(refusedPage(resident, "audience", form.values));
  if (problem) return formProblem(problem);
  return redirectWithFlash(`/maatregelen/${id}?bewaard`, { text: sharedWords(resident, form.value.audience) });
}

export default function MeasureAudience() {
  const t = useT("measures");
  const names = useT("catalogue");
  const person = usePersonName();
  const { measure, offered, place, isNew } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={t("audience.title")}
      intro={t("audience.intro")}
      back={{ to: isNew ? `/maatregelen/${measure.id}/ervaring?nieuw` : `/maatregelen/${measure.id}`, words: names(`kinds.${measure.kind}`) }}
    >
      {isNew ? <StepsLine step={4} of={4} /> : null}
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="group flex flex-col gap-6">
        <AudienceFields
          offered={offered}
          chosen={chosenAudience(problem?.values.audience, measure.audience)}
          error={problem?.errors.audience}
          place={place}
          preview={
            <>
              <ItemHeader type="measure" kind={measure.kind} title={names(`kinds.${measure.kind}`)} line={t("detail.by", { name: person({ ...measure, own: false }, true) })} />
              <MeasureView measure={{ ...measure, mayAsk: false, mayVisit: false }} />
              <ContactPreview />
            </>
          }
        />
        <p className="group-has-[[value=household]:checked]:hidden">
          <Link to="/instellingen" className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
            {t("audience.previewName", { name: person({ ...measure, own: false }) })}
          </Link>
        </p>
        <div className="group-has-[[value=household]:checked]:hidden">
          <Choices
            several
            legend={t("audience.contact")}
            name="contact[]"
            chosen={problem?.values.contact ?? contactOf(measure)}
            choices={[
              { value: "ask", label: t("audience.mayAsk") },
              { value: "visit", label: t("audience.mayVisit") },
            ]}
          />
        </div>
        <ShareButton offered={offered} />
      </Form>
    </Page>
  );
}

function contactOf({ mayAsk, mayVisit }: { mayAsk: boolean; mayVisit: boolean }): string[] {
  return [mayAsk && "ask", mayVisit && "visit"].filter((choice) => choice !== false);
}
