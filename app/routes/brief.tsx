import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allowEveryone, currentViewer } from "../features/session/guards.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

/** Where the QR on an invitation leads: what to do with the code, the same for everybody. */
export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  const locale = await pageLocale(args);
  const viewer = await currentViewer(args);
  const next = viewer?.householdId ? "home" : viewer ? "code" : "begin";
  return { ...wordsFor(locale, "join"), title: serverT(locale, "join")("invited.title"), next: next as "home" | "code" | "begin" };
}

const ways = { home: "/begin", code: "/meedoen/manier", begin: "/meedoen" } as const;

export default function Invited() {
  const t = useT("join");
  const { title, next } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("invited.intro")}>
      <ol className="list-decimal pl-6 measure flex flex-col gap-2 text-lg">
        <li>{t("invited.step1")}</li>
        <li>{t("invited.step2")}</li>
        <li>{t("invited.step3")}</li>
      </ol>
      <ButtonLink wide to={ways[next]}>
        {t(`invited.${next}`)}
      </ButtonLink>
      <p className="measure text-ink-soft">{t("invited.free")}</p>
      <div>
        <ButtonLink look="quiet" to="/geen-brieven">
          {t("invited.noLetters")}
        </ButtonLink>
      </div>
    </Page>
  );
}
