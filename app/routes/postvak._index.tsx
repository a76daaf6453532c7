import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Mailbox } from "lucide-react";
import { posted, requirePostbox } from "../features/notifications/memory-mailbox.server.ts";
import { demoCodes } from "../features/second-factor/demo-codes.server.ts";
import { allowEveryone } from "../features/session/guards.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { EmptyState, Facts, Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  requirePostbox();
  const locale = await pageLocale(args);
  const items = posted().map(({ id, kind, to, subject, at }) => ({ id, kind, to, subject, at: at.toLocaleTimeString("nl-NL", { timeZone: "Europe/Amsterdam" }) }));
  return { ...wordsFor(locale, "session"), title: serverT(locale, "session")("postbox.title"), items, codes: await demoCodes() };
}

export default function Postbox() {
  const t = useT("session");
  const { title, items, codes } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("postbox.intro")}>
      {items.length === 0 ? (
        <EmptyState icon={<Mailbox />} title={t("postbox.empty")}>
          {t("postbox.emptyText")}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          {items.map((item) => (
            <li key={item.id}>
              <Link to={`/postvak/${item.id}`} className="flex min-h-14 flex-wrap items-baseline justify-between gap-x-4 px-4 py-3 hover:bg-raised">
                <span className="font-semibold underline underline-offset-4">{item.subject}</span>
                <span className="text-sm wrap-anywhere text-ink-soft">
                  {t(`postbox.${item.kind}`)} · {item.to} · {item.at}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {codes.length ? (
        <Section title={t("postbox.codes")}>
          <p className="measure text-ink-soft">{t("postbox.codesText")}</p>
          <Facts facts={codes.map(({ email, code }) => ({ name: email, value: code }))} />
        </Section>
      ) : null}
    </Page>
  );
}
