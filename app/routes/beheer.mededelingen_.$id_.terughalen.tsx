import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { moderatedAnnouncement } from "../features/moderation/announcements.server.ts";
import { withdrawAnnouncement } from "../features/moderation/withdraw-announcement.server.ts";
import { AnnouncementCard } from "../features/neighbourhood/announcement-card.tsx";
import { requireModerator } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const announcement = await asViewer(moderator, (tx) => moderatedAnnouncement(tx, moderator, id));
  if (!announcement || announcement.withdrawnAt) throw notFound();
  return { title: serverT(moderator.locale, "moderation")("withdrawal.title"), announcement };
}

export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const withdrawn = await asViewer(moderator, (tx) => withdrawAnnouncement(tx, id));
  if (!withdrawn) throw notFound();
  throw await redirectWithFlash("/beheer/mededelingen", { text: serverT(moderator.locale, "moderation")("announcements.withdrawn") });
}

export default function TakeBack() {
  const t = useT("moderation");
  const { announcement } = useLoaderData<typeof loader>();
  return (
    <Page title={t("withdrawal.title")} intro={t("withdrawal.intro")} back={{ to: "/beheer/mededelingen", words: t("announcement.back") }}>
      <Section title={t("withdrawal.what")}>
        <AnnouncementCard message={announcement} />
      </Section>
      <Form method="post" className="flex flex-wrap gap-3">
        <Button look="danger">{t("withdrawal.submit")}</Button>
        <ButtonLink look="secondary" to="/beheer/mededelingen">
          {t("withdrawal.keep")}
        </ButtonLink>
      </Form>
    </Page>
  );
}
