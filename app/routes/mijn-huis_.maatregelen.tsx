import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { KnowledgeLink } from "../features/knowledge/knowledge-link.tsx";
import { KindPicker } from "../features/measures/kind-picker.tsx";
import { homeTraits } from "../features/neighbourhood/homes-like-mine.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const traits = await asViewer(resident, (tx) => homeTraits(tx, resident));
  return { ...wordsFor(resident.locale, "figures", "measures", "catalogue"), title: serverT(resident.locale, "figures")("kinds.title"), dwellingType: traits?.dwellingType ?? null };
}

export default function KindsForMyHome() {
  const t = useT("figures");
  const { title, dwellingType } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("kinds.intro")} back={{ to: "/mijn-huis", words: t("kinds.home") }}>
      <p className="-my-3">
        <KnowledgeLink />
      </p>
      <KindPicker dwellingType={dwellingType} to={(kind) => `/mijn-huis/maatregel/${kind}`} />
    </Page>
  );
}
