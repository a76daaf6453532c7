import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { mostPhotos } from "../features/measures/add-photo.server.ts";
import { ExperienceFields } from "../features/measures/experience-fields.tsx";
import { ownMeasure } from "../features/measures/own-measure.server.ts";
import { OwnPhotos } from "../features/measures/own-photos.tsx";
import { saveExperience } from "../features/measures/save-experience.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { formValuesOf } from "../features/sharing/form-values.ts";
import { refusedPage } from "../features/sharing/refused-page.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem } from "../http/parse-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { ErrorSummary, StepsLine } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const measure = await asViewer(resident, (tx) => ownMeasure(tx, resident, args.params.id));
  const t = serverT(resident.locale, "measures");
  return {
    ...wordsFor(resident.locale, "measures", "catalogue"),
    title: measure.state === "planned" ? t("experience.titlePlanned") : t("experience.title"),
    isNew: new URL(args.request.url).searchParams.has("nieuw"),
    measure: { id: measure.id, kind: measure.kind, planned: measure.state === "planned", photos: measure.photos, full: measure.photos.length >= mostPhotos },
    values: formValuesOf(measure),
  };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const problem = await saveExperience(resident, args.params.id, args.request).catch(refusedPage(resident));
  if (problem) return formProblem(problem);
  if (new URL(args.request.url).searchParams.has("nieuw")) return redirect(`/maatregelen/${args.params.id}/publiek?nieuw`, 303);
  return redirectWithFlash(`/maatregelen/${args.params.id}`, { text: serverT(resident.locale, "measures")("done.saved") });
}

export default function Experience() {
  const t = useT("measures");
  const names = useT("catalogue");
  const { title, isNew, measure, values } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t(measure.planned ? "experience.introPlanned" : "experience.intro")} back={{ to: isNew ? `/maatregelen/${measure.id}/wijzigen?nieuw` : `/maatregelen/${measure.id}`, words: isNew ? t("experience.previous") : names(`kinds.${measure.kind}`) }}>
      {isNew ? <StepsLine step={3} of={4} /> : null}
      <ErrorSummary errors={problem?.errors} />
      {measure.photos.length > 0 ? <OwnPhotos photos={measure.photos} kind={measure.kind} /> : null}
      <Form method="post" encType="multipart/form-data" className="flex flex-col gap-6">
        <ExperienceFields planned={measure.planned} photos={!measure.full} values={problem?.values ?? values} errors={problem?.errors ?? {}} />
        <div className="flex flex-col gap-3 sm:flex-row">
          <Button wide>{isNew ? t("experience.save") : t("facts.saveChanges")}</Button>
          {isNew ? (
            <ButtonLink look="quiet" wide to={`/maatregelen/${measure.id}/publiek?nieuw`}>
              {t("experience.skip")}
            </ButtonLink>
          ) : null}
        </div>
      </Form>
    </Page>
  );
}
