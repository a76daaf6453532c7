import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { MapPinned } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { decideSuccession } from "../features/moderation/decide-succession.server.ts";
import { successionSchema } from "../features/moderation/moderation.schema.server.ts";
import { SuccessionCard } from "../features/moderation/succession-card.tsx";
import { successions } from "../features/moderation/successions.server.ts";
import { requireFreshModerator } from "../features/session/fresh-step.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT } from "../i18n/words.server.ts";
import { ErrorSummary } from "../ui/fields.tsx";
import { EmptyState, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireFreshModerator(args);
  const title = serverT(moderator.locale, "moderation")("succession.title");
  return asViewer(moderator, async (tx) => ({ title, divided: await successions(tx) }));
}

export async function action(args: ActionFunctionArgs) {
  const moderator = await requireFreshModerator(args);
  const t = serverT(moderator.locale, "moderation");
  const form = parseForm(successionSchema(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const decided = await asViewer(moderator, (tx) => decideSuccession(tx, moderator, form.value.id, form.value));
  const done = form.value.decision === "confirmed" ? t("succession.confirmed") : t("succession.refused");
  throw await redirectWithFlash("/beheer/buurtindeling", { text: decided ? done : t("succession.decidedBefore") });
}

export default function Division() {
  const t = useT("moderation");
  const { divided } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={t("succession.title")} intro={t("succession.intro")} back={{ to: "/beheer", words: t("succession.back") }}>
      <ErrorSummary errors={problem?.errors} />
      {divided.map((each) => (
        <SuccessionCard key={each.id} succession={each} problem={problem?.values.id === each.id ? problem : undefined} />
      ))}
      {divided.length === 0 ? (
        <EmptyState icon={<MapPinned />} title={t("succession.none")}>
          {t("succession.noneText")}
        </EmptyState>
      ) : null}
    </Page>
  );
}
