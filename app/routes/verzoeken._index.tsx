import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Building2 } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { useAnswerInWords } from "../features/together/answers.tsx";
import { buildingRequests } from "../features/together/building-requests.server.ts";
import { RequestProgress } from "../features/together/request-progress.tsx";
import { whomToAsk } from "../features/together/whom-to-ask.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const found = await asViewer(resident, async (tx) => ({ requests: await buildingRequests(tx, resident), whom: await whomToAsk(tx, resident) }));
  return { ...wordsFor(resident.locale, "together", "catalogue"), title: serverT(resident.locale, "together")("list.title"), ...found };
}

export default function JointRequests() {
  const t = useT("together");
  const names = useT("catalogue");
  const home = useT("common");
  const inWords = useAnswerInWords();
  const { title, requests, whom } = useLoaderData<typeof loader>();
  const start = whom.managers.length > 0 ? <ButtonLink to="/verzoeken/nieuw">{t("list.start")}</ButtonLink> : undefined;
  return (
    <Page title={title} intro={t("list.intro")} back={{ to: "/mijn-huis", words: home("nav.home") }}>
      {whom.why ? <p className="measure">{t(`list.${whom.why}`)}</p> : null}
      {whom.managers.length > 0 ? <p className="measure">{t("list.whom", { names: whom.managers.map(({ name }) => name).join(", ") })}</p> : null}
      {requests.length > 0 ? (
        <>
          <p>{start}</p>
          <ul className="flex flex-col gap-3">
            {requests.map((request) => (
              <li key={request.id} className="rounded-card border border-line bg-surface p-4">
                <h2 className="text-lg">
                  <Link to={`/verzoeken/${request.id}`} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
                    {request.kind ? names(`kinds.${request.kind}`) : t("list.gone")}
                  </Link>
                </h2>
                <p className="measure line-clamp-3 break-words">{request.text}</p>
                <div className="mt-1 text-ink-soft">
                  <RequestProgress request={request} />
                </div>
                {request.hidden ? <p className="mt-1 font-semibold text-brick">{t("list.hidden")}</p> : null}
                {request.answers[0] ? <p className="mt-1 font-semibold">{t("list.answer", { answer: inWords(request.answers[0]) })}</p> : null}
              </li>
            ))}
          </ul>
        </>
      ) : whom.managers.length > 0 ? (
        <EmptyState icon={<Building2 />} title={t("list.none")} action={start}>
          {t("list.noneText")}
        </EmptyState>
      ) : null}
    </Page>
  );
}
