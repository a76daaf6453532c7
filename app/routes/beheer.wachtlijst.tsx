import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Hourglass } from "lucide-react";
import { waitingCounts } from "../features/moderation/waiting-counts.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { useDay } from "../i18n/use-day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT } from "../i18n/words.server.ts";
import { EmptyState, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  return { title: serverT(moderator.locale, "moderation")("waiting.title"), waiting: await waitingCounts(moderator) };
}

export default function WaitingList() {
  const t = useT("moderation");
  const day = useDay();
  const { waiting } = useLoaderData<typeof loader>();
  return (
    <Page title={t("waiting.title")} intro={t("waiting.intro")}>
      {waiting.length ? (
        <table className="relative w-full table-fixed overflow-hidden rounded-card border border-line bg-surface text-left break-words hyphens-auto">
          <caption className="sr-only">{t("waiting.caption")}</caption>
          <thead className="border-b border-line-strong">
            <tr>
              <th scope="col" className="px-2 py-2 sm:px-4">
                {t("waiting.neighbourhood")}
              </th>
              <th scope="col" className="w-20 px-2 py-2 text-right sm:w-40 sm:px-4">
                {t("waiting.people")}
              </th>
              <th scope="col" className="px-2 py-2 sm:px-4">
                {t("waiting.since")}
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {waiting.map((row) => (
              <tr key={row.code}>
                <th scope="row" className="px-2 py-3 sm:px-4">
                  {row.name}
                  <span className="block text-sm font-normal text-ink-soft">{row.municipalityName}</span>
                </th>
                <td className="px-2 py-3 text-right tabular-nums sm:px-4">{row.waiting}</td>
                <td className="px-2 py-3 text-sm sm:px-4">{day(row.since)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <EmptyState icon={<Hourglass />} title={t("waiting.none")}>
          {t("waiting.noneText")}
        </EmptyState>
      )}
      <p className="measure text-ink-soft">{t("waiting.open")}</p>
    </Page>
  );
}
