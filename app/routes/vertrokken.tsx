import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allowEveryone } from "../features/session/guards.server.ts";
import { chosenLocale } from "../i18n/locale.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export function loader({ request }: LoaderFunctionArgs) {
  allowEveryone();
  const locale = chosenLocale(request);
  return { ...wordsFor(locale, "privacy"), title: serverT(locale, "privacy")("leaving.doneTitle") };
}

export default function Left() {
  const t = useT("privacy");
  const { title } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("leaving.doneText")}>
      <p>
        <ButtonLink look="secondary" to="/">
          {t("leaving.doneHome")}
        </ButtonLink>
      </p>
    </Page>
  );
}
