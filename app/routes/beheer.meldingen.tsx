import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Flag } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { moderationQueue } from "../features/moderation/moderation-queue.server.ts";
import { QueueRows } from "../features/moderation/queue-rows.tsx";
import { closedReports, type ModeratedReport } from "../features/moderation/reports.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { useDay } from "../i18n/use-day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState, Page, Section } from "../ui/page.tsx";
import { Row, Rows } from "../ui/rows.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const title = serverT(moderator.locale, "moderation")("reports.title");
  return asViewer(moderator, async (tx) => ({ title, open: await moderationQueue(tx, moderator), closed: await closedReports(tx, moderator) }));
}

export default function Reports() {
  const t = useT("moderation");
  const { open, closed } = useLoaderData<typeof loader>();
  return (
    <Page wide title={t("reports.title")} intro={t("reports.intro")}>
      <Section title={t("reports.open")}>
        {open.length ? (
          <QueueRows lines={open} />
        ) : (
          <EmptyState icon={<Flag />} title={t("reports.none")}>
            {t("reports.noneText")}
          </EmptyState>
        )}
      </Section>
      {closed.length ? (
        <Section title={t("reports.closed")}>
          <ClosedRows reports={closed} />
        </Section>
      ) : null}
    </Page>
  );
}

function ClosedRows({ reports }: { reports: ModeratedReport[] }) {
  const t = useT("moderation");
  const words = useT("reports");
  const day = useDay();
  return (
    <Rows>
      {reports.map((report) => (
        <Row
          key={report.id}
          title={words(`categories.${report.category}`)}
          aside={
            <ButtonLink look="secondary" to={`/beheer/meldingen/${report.id}`} aria-label={`${t("reports.look")} ${report.receipt}`}>
              {t("reports.look")}
            </ButtonLink>
          }
        >
          {report.neighbourhoodName} · {t("reports.line", { subject: t(`subject.${report.subjectKind}`), date: day(report.createdAt) })} · {report.receipt}
          {report.decision ? " · " : null}
          {report.review === "overturned" ? t("reports.overturned") : report.decision ? t(`reports.${report.decision}`) : null}
        </Row>
      ))}
    </Rows>
  );
}
