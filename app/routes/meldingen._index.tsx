import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Flag } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { ownReports } from "../features/moderation/own-reports.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Day } from "../ui/day.tsx";
import { EmptyState, Page } from "../ui/page.tsx";
import { Row, Rows } from "../ui/rows.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const reports = await asViewer(resident, (tx) => ownReports(tx));
  return { ...wordsFor(resident.locale, "reports"), title: serverT(resident.locale, "reports")("mine"), reports };
}

export default function OwnReports() {
  const t = useT("reports");
  const common = useT("common");
  const { title, reports } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("mineIntro")} back={{ to: "/meer", words: common("nav.more") }}>
      {reports.length ? (
        <Rows>
          {reports.map((report) => (
            <Row
              key={report.id}
              title={t(`categories.${report.category}`)}
              aside={
                <ButtonLink look="secondary" to={`/meldingen/${report.id}`} aria-label={`${t("read")} ${report.receipt}`}>
                  {t("read")}
                </ButtonLink>
              }
            >
              <p>
                {t("number")} {report.receipt} · <Day at={report.createdAt} />
              </p>
              <p>{report.decision ? t(report.review === "overturned" ? `reversed.${report.decision}` : `decisions.${report.decision}`) : t("waiting")}</p>
            </Row>
          ))}
        </Rows>
      ) : (
        <EmptyState icon={<Flag />} title={t("none")}>
          {t("noneText")}
        </EmptyState>
      )}
    </Page>
  );
}
