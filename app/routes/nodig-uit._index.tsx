import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireResident } from "../features/session/guards.server.ts";
import { env } from "../env.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { TextField } from "../ui/fields.tsx";
import { Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await requireResident(args);
  const t = serverT(locale, "household");
  const url = new URL("/meedoen", env().APP_URL).href;
  const mail = `mailto:?subject=${encodeURIComponent(t("neighbour.mailSubject"))}&body=${encodeURIComponent(t("neighbour.mailBody", { url }))}`;
  return { ...wordsFor(locale, "household"), title: t("neighbour.title"), url, mail };
}

export default function InviteNeighbour() {
  const t = useT("household");
  const common = useT("common");
  const { title, url, mail } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("neighbour.intro")} back={{ to: "/meer", words: common("nav.more") }}>
      <Section title={t("neighbour.link")}>
        <TextField name="link" label={t("neighbour.linkText")} value={url} readOnly onFocus={(event) => event.currentTarget.select()} />
        <div>
          <ButtonLink look="secondary" to={mail} reloadDocument>
            {t("neighbour.mail")}
          </ButtonLink>
        </div>
      </Section>
      <Section title={t("neighbour.card")}>
        <p className="measure">{t("neighbour.cardText")}</p>
        <div>
          <ButtonLink to="/nodig-uit/kaart">{t("neighbour.cardOpen")}</ButtonLink>
        </div>
        <p className="measure text-ink-soft">{t("neighbour.first")}</p>
      </Section>
    </Page>
  );
}
