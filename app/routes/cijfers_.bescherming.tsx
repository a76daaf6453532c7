import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { allowEveryone, currentViewer } from "../features/session/guards.server.ts";
import { chosenLocale } from "../i18n/locale.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  const viewer = await currentViewer(args);
  const locale = viewer?.locale ?? chosenLocale(args.request);
  return { ...wordsFor(locale, "protection"), title: serverT(locale, "protection")("title") };
}

const deeds = ["consent", "noise", "once", "two", "small", "six", "year", "secret"] as const;

export default function Protection() {
  const t = useT("protection");
  const { title } = useLoaderData<typeof loader>();
  const parts = [
    ["attackTitle", ["attack1", "attack2", "attack3"]],
    ["leftTitle", ["left1", "left2"]],
    ["notTitle", ["not1", "not2"]],
    ["priceTitle", ["price"]],
    ["moreTitle", ["more"]],
  ] as const;
  const [attack, ...others] = parts.map(([heading, lines]) => (
    <Section key={heading} title={t(heading)}>
      {lines.map((line) => <p key={line} className="measure">{t(line)}</p>)}
    </Section>
  ));
  return (
    <Page title={title} intro={t("intro")} back={{ to: "/cijfers", words: t("back") }}>
      {attack}
      <Section title={t("doTitle")}>
        <ul className="flex list-disc flex-col gap-2 pl-5">
          {deeds.map((deed) => <li key={deed} className="measure">{t(deed)}</li>)}
        </ul>
      </Section>
      {others}
    </Page>
  );
}
