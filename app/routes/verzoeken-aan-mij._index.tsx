import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Building2 } from "lucide-react";
import { requirePropertyManager } from "../features/session/guards.server.ts";
import { useAnswerInWords } from "../features/together/answers.tsx";
import { requestsToMe } from "../features/together/requests-to-me.server.ts";
import { useDay } from "../i18n/use-day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { EmptyState, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const manager = await requirePropertyManager(args);
  return { ...wordsFor(manager.locale, "together", "catalogue"), title: serverT(manager.locale, "together")("toMe.title"), requests: await requestsToMe(manager) };
}

export default function RequestsToMe() {
  const t = useT("together");
  const names = useT("catalogue");
  const day = useDay();
  const inWords = useAnswerInWords();
  const { title, requests } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("toMe.intro")}>
      {requests.length === 0 ? (
        <EmptyState icon={<Building2 />} title={t("toMe.none")}>
          {t("toMe.noneText")}
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-3">
          {requests.map((request) => (
            <li key={request.id} className="rounded-card border border-line bg-surface p-4">
              <h2 className="text-lg">
                <Link to={`/verzoeken-aan-mij/${request.id}`} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
                  {request.kind ? names(`kinds.${request.kind}`) : t("list.gone")}
                  {request.address ? `, ${request.address}` : null}
                </Link>
              </h2>
              <p className="text-ink-soft">
                {request.households === null ? t("toMe.few") : t("progress.households", { count: request.households })} · {t("toMe.since", { date: day(request.sentAt) })}
              </p>
              <p className="font-semibold">{request.answers[0] ? t("toMe.answered", { answer: inWords(request.answers[0]) }) : t("toMe.open")}</p>
            </li>
          ))}
        </ul>
      )}
      <p className="measure text-ink-soft">{t("toMe.rights")}</p>
    </Page>
  );
}
