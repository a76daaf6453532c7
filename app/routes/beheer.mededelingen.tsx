import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Megaphone } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { moderatedAnnouncements } from "../features/moderation/announcements.server.ts";
import { announcementSchema } from "../features/moderation/moderation.schema.server.ts";
import { publishAnnouncement } from "../features/moderation/publish-announcement.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useDay } from "../i18n/use-day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/fields.tsx";
import { EmptyState, Page } from "../ui/page.tsx";
import { Row, Rows } from "../ui/rows.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const announcements = await asViewer(moderator, (tx) => moderatedAnnouncements(tx, moderator));
  return { title: serverT(moderator.locale, "moderation")("announcements.title"), announcements };
}

/** Publishes what was previewed. */
export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const t = serverT(moderator.locale, "moderation");
  const form = parseForm(announcementSchema(t, moderator.moderates), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  await asViewer(moderator, (tx) => publishAnnouncement(tx, moderator, form.value));
  throw await redirectWithFlash("/beheer/mededelingen", { text: t("announcements.published") });
}

export default function Announcements() {
  const t = useT("moderation");
  const day = useDay();
  const { announcements } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page wide title={t("announcements.title")} intro={t("announcements.intro")}>
      <ErrorSummary errors={problem?.errors} />
      <p>
        <ButtonLink wide to="/beheer/mededelingen/nieuw">
          {t("announcements.new")}
        </ButtonLink>
      </p>
      {announcements.length ? (
        <Rows>
          {announcements.map(({ id, title, shownName, neighbourhoodName, publishedAt, withdrawnAt }) => (
            <Row
              key={id}
              title={title}
              aside={
                withdrawnAt ? null : (
                  <ButtonLink look="quiet" to={`/beheer/mededelingen/${id}/terughalen`} aria-label={`${t("announcements.takeBack")}: ${title}`}>
                    {t("announcements.takeBack")}
                  </ButtonLink>
                )
              }
            >
              {t("announcements.by", { name: shownName, neighbourhood: neighbourhoodName, date: day(publishedAt) })}
              {withdrawnAt ? ` · ${t("announcements.takenBack", { date: day(withdrawnAt) })}` : null}
            </Row>
          ))}
        </Rows>
      ) : (
        <EmptyState icon={<Megaphone />} title={t("announcements.none")}>
          {t("announcements.noneText")}
        </EmptyState>
      )}
    </Page>
  );
}
