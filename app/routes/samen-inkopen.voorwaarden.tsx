import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { termsParts, termsVersion } from "../features/purchases/terms.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Card, Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  return { ...wordsFor(resident.locale, "purchases"), title: serverT(resident.locale, "purchases")("terms.title"), version: termsVersion };
}

export default function PurchaseTerms() {
  const t = useT("purchases");
  const { title, version } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("terms.intro", { version })} back={{ to: "/samen-inkopen", words: t("detail.back") }}>
      <Card tone="sun">
        <p className="font-semibold">{t("terms.lawyer")}</p>
      </Card>
      {termsParts.map((part) => (
        <Section key={part} title={t(`terms.${part}.title`)}>
          <p className="measure">{t(`terms.${part}.text`)}</p>
        </Section>
      ))}
    </Page>
  );
}
