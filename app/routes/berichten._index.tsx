import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { BellRing } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { NoticeList } from "../features/notices/notice-list.tsx";
import { ownNotices } from "../features/notices/own-notices.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { isUuid } from "../http/is-uuid.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { EmptyState, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const before = new URL(args.request.url).searchParams.get("voor") ?? undefined;
  const found = await asViewer(resident, (tx) => ownNotices(tx, isUuid(before) ? before : null));
  return { ...wordsFor(resident.locale, "notices", "catalogue"), title: serverT(resident.locale, "notices")("title"), first: before === undefined, now: Date.now(), ...found };
}

export default function Notices() {
  const t = useT("notices");
  const { title, notices, next, first, now } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("intro")}>
      {notices.some(({ read }) => !read) ? (
        <Form method="post" action="/berichten/gelezen">
          <Button look="secondary">{t("readAll")}</Button>
        </Form>
      ) : null}
      {notices.length > 0 ? (
        <NoticeList notices={notices} now={now} />
      ) : (
        <EmptyState icon={<BellRing />} title={t("none")} action={<ButtonLink to="/buurt">{t("noneAction")}</ButtonLink>}>
          {t("noneText")}
        </EmptyState>
      )}
      <p className="flex flex-wrap gap-x-6">
        {first ? null : (
          <Link to="/berichten" className={link}>
            {t("newest")}
          </Link>
        )}
        {next ? (
          <Link to={`/berichten?voor=${next}`} className={link}>
            {t("older")}
          </Link>
        ) : null}
        <Link to="/instellingen/berichten" className={link}>
          {t("settings")}
        </Link>
      </p>
    </Page>
  );
}

const link = "inline-flex min-h-11 items-center text-garden underline underline-offset-4";
