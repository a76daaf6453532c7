import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ownSessions } from "../features/assisted/assisted-log.server.ts";
import { LogRows } from "../features/assisted/log-rows.tsx";
import { assistingIn, requireHelper } from "../features/session/require-assisting.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Card, Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const helper = await requireHelper(args);
  const sessions = await ownSessions(helper);
  const newest = sessions[0];
  return {
    ...wordsFor(helper.locale, "assisted"),
    title: serverT(helper.locale, "assisted")("home.title"),
    moderator: helper.mayModerate.length > 0,
    over: new URL(args.request.url).searchParams.has("voorbij"),
    running: newest && (await assistingIn(helper, newest.id)) ? newest.id : null,
    sessions,
  };
}

export default function Helping() {
  const t = useT("assisted");
  const { title, moderator, over, running, sessions } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t(moderator ? "home.introModerator" : "home.intro")}>
      {over ? (
        <p role="status" className="rounded-card bg-sun-soft p-4">
          {t("home.over")}
        </p>
      ) : null}
      {running ? (
        <Card tone="sun">
          <h2 className="text-lg">{t("home.running")}</h2>
          <p className="mt-3">
            <ButtonLink to={`/helpen/${running}`}>{t("home.runningGo")}</ButtonLink>
          </p>
        </Card>
      ) : (
        <ButtonLink wide to="/helpen/nieuw">
          {t("home.start")}
        </ButtonLink>
      )}
      <Section title={t("home.stepsTitle")}>
        <ol className="measure list-decimal space-y-1 pl-5">
          {(["one", "two", "three", "four"] as const).map((step) => (
            <li key={step}>{t(`home.steps.${step}`)}</li>
          ))}
        </ol>
        <p>
          {t("home.formText")}{" "}
          <Link to="/helpen/formulier" className="text-garden underline underline-offset-4">
            {t("home.form")}
          </Link>
        </p>
      </Section>
      <Section title={t("home.log")}>{sessions.length ? <LogRows sessions={sessions} named={false} /> : <p className="text-ink-soft">{t("home.logNone")}</p>}</Section>
    </Page>
  );
}
