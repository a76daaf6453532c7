import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allowEveryone } from "../features/session/guards.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { askedNeighbourhood } from "../features/waiting-list/asked-neighbourhood.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  const locale = await pageLocale(args);
  const { name, waiting } = await askedNeighbourhood(args.request);
  return { ...wordsFor(locale, "join"), title: serverT(locale, "join")("waiting.done"), name, waiting };
}

export default function OnTheList() {
  const t = useT("join");
  const { title, name, waiting } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("waiting.doneText", { name, count: waiting })}>
      <p className="measure">{t("waiting.tell")}</p>
      <div>
        <ButtonLink look="secondary" to="/">
          {t("waiting.home")}
        </ButtonLink>
      </div>
    </Page>
  );
}
