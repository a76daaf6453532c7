import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Database } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { homesByType } from "../features/neighbourhood/homes-by-type.server.ts";
import { byThing } from "../features/sources/editions.ts";
import { TypesCard } from "../features/sources/types-card.tsx";
import { LoadedCard } from "../features/sources/loaded-card.tsx";
import { loadedInFull } from "../features/sources/loaded-in-full.server.ts";
import { sources } from "../features/sources/sources.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { EmptyState, Facts, Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const { loaded, homes } = await asViewer(moderator, async (tx) => ({ loaded: await loadedInFull(tx), homes: await homesByType(tx) }));
  return { ...wordsFor(moderator.locale, "sources", "catalogue"), title: serverT(moderator.locale, "sources")("desk.title"), loaded, homes };
}

export default function LoadedData() {
  const t = useT("sources");
  const { title, loaded, homes } = useLoaderData<typeof loader>();
  const missing = sources.filter(({ kind }) => kind && !loaded.some((each) => each.kind === kind));
  return (
    <Page title={title} intro={t("desk.intro")}>
      {loaded.length === 0 ? (
        <EmptyState icon={<Database />} title={t("desk.none")}>
          {t("desk.noneText")}
        </EmptyState>
      ) : null}
      {byThing(loaded).map(([newest, ...earlier]) => (
        <LoadedCard key={`${newest!.kind} ${newest!.scope}`} loaded={newest!} earlier={earlier} />
      ))}
      <TypesCard homes={homes} />
      {loaded.length > 0 && missing.length > 0 ? (
        <Section title={t("desk.missing")}>
          <p className="measure">{t("desk.missingText")}</p>
          <Facts facts={missing.map(({ id }) => ({ name: t(`of.${id}.name`), value: <span className="font-normal">{t(`of.${id}.use`)}</span> }))} />
        </Section>
      ) : null}
      <p>
        <Link to="/bronnen" className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
          {t("desk.publicLink")}
        </Link>
      </p>
    </Page>
  );
}
