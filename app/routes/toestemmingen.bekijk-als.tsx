import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AboutEyes } from "../features/preview/about-eyes.tsx";
import { EyesLinks } from "../features/preview/eyes-links.tsx";
import { previewPage } from "../features/preview/preview-page.server.ts";
import { SeenParts } from "../features/preview/seen-parts.tsx";
import { requireResident } from "../features/session/guards.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

/** What others see of the own household, with the eyes of one of them. */
export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const preview = await previewPage(resident, new URL(args.request.url).searchParams.get("als"));
  return { ...wordsFor(resident.locale, "preview", "catalogue", "visits", "koplopers", "purchases", "releases"), title: serverT(resident.locale, "preview")("title"), preview };
}

export default function SeenByOthers() {
  const t = useT("preview");
  const { title, preview } = useLoaderData<typeof loader>();
  const { eyes, offered, seen } = preview;
  return (
    <Page title={title} intro={t("intro")} back={{ to: "/toestemmingen", words: t("back") }}>
      <EyesLinks eyes={eyes} offered={offered} />
      <h2 className="text-2xl">{t(`sees.${eyes}`)}</h2>
      <AboutEyes preview={preview} />
      <SeenParts seen={seen} eyes={eyes} />
    </Page>
  );
}
