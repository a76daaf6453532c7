import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { AnnouncementFields } from "../features/moderation/announcement-fields.tsx";
import { moderatedNeighbourhoods } from "../features/moderation/moderated-neighbourhoods.server.ts";
import { announcementSchema } from "../features/moderation/moderation.schema.server.ts";
import { AnnouncementCard } from "../features/neighbourhood/announcement-card.tsx";
import { cooperativeOf } from "../features/neighbourhood/cooperative-of.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/fields.tsx";
import { Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const found = await asViewer(moderator, async (tx) => ({ neighbourhoods: await moderatedNeighbourhoods(tx, moderator), organisation: (await cooperativeOf(tx, ...moderator.moderates)).name }));
  return { ...wordsFor(moderator.locale, "catalogue"), title: serverT(moderator.locale, "moderation")("announcement.title"), ...found };
}

/** Shows what residents would see; nothing is published by it. */
export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const form = parseForm(announcementSchema(serverT(moderator.locale, "moderation"), moderator.moderates), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  return { preview: { ...form.value, publishedAt: new Date() }, values: form.values, errors: null };
}

export default function NewAnnouncement() {
  const t = useT("moderation");
  const { neighbourhoods, organisation } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const preview = answer && "preview" in answer ? answer.preview : null;
  const fields = (
    <Form method="post" className="flex flex-col gap-6">
      <AnnouncementFields neighbourhoods={neighbourhoods} organisation={organisation} values={answer?.values} errors={answer?.errors} />
      <Button wide look={preview ? "secondary" : "primary"}>
        {t("announcement.preview")}
      </Button>
    </Form>
  );
  return (
    <Page title={t("announcement.title")} intro={t("announcement.intro")} back={{ to: "/beheer/mededelingen", words: t("announcement.back") }}>
      <ErrorSummary errors={answer?.errors} />
      {preview ? (
        <>
          <Section title={t("announcement.previewTitle")} aside={neighbourhoods.find(({ code }) => code === preview.neighbourhoodCode)?.name}>
            <AnnouncementCard message={{ id: "preview", ...preview }} />
            <Form method="post" action="/beheer/mededelingen">
              {(["neighbourhoodCode", "shownName", "title", "body", "indicator"] as const).map((name) => (
                <input key={name} type="hidden" name={name} value={preview[name] ?? ""} />
              ))}
              <Button wide>{t("announcement.publish")}</Button>
            </Form>
          </Section>
          <details>
            <summary className="min-h-11 py-2 text-lg font-semibold">{t("announcement.change")}</summary>
            {fields}
          </details>
        </>
      ) : (
        fields
      )}
    </Page>
  );
}
