import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { AssistingBanner } from "../features/assisted/banner.tsx";
import { bannerOf } from "../features/assisted/banner.server.ts";
import { EnteredItems } from "../features/assisted/entered-items.tsx";
import { itemNames } from "../features/assisted/entries/entry-names.ts";
import { purchasesOnPaper } from "../features/purchases/paper-purchase.server.ts";
import { PurchasesOnPaper } from "../features/purchases/purchases-on-paper.tsx";
import { requireAssisting } from "../features/session/require-assisting.server.ts";
import { ownItems } from "../features/sharing/own-items.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Page, Section } from "../ui/page.tsx";
import { Row, Rows } from "../ui/rows.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const assisting = await requireAssisting(args);
  const { helper, onBehalf, session } = assisting;
  return {
    ...wordsFor(helper.locale, "assisted", "purchases", "purchasePaper", "catalogue"),
    title: serverT(helper.locale, "assisted")("session.title", { address: session.address }),
    banner: bannerOf(assisting),
    streetName: onBehalf.streetName,
    ...(await asViewer(onBehalf, async (tx) => ({ items: await ownItems(tx, onBehalf), purchases: await purchasesOnPaper(tx, onBehalf) }))),
  };
}

export default function Assisting() {
  const t = useT("assisted");
  const { title, banner, streetName, items, purchases } = useLoaderData<typeof loader>();
  return (
    <>
      <AssistingBanner {...banner} />
      <Page title={title} intro={t("session.intro", { street: streetName })}>
        <Section title={t("session.enter")}>
          <Rows>
            {itemNames.map((name) => (
              <Row
                key={name}
                title={
                  <Link to={`/helpen/${banner.id}/vul-in/${name}`} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
                    {t(`session.what.${name}`)}
                  </Link>
                }
              >
                {t(`session.hints.${name}`)}
              </Row>
            ))}
          </Rows>
        </Section>
        <PurchasesOnPaper sessionId={banner.id} purchases={purchases} />
        <Section title={t("session.entered")}>
          <EnteredItems items={items} aside={(item) => (
            <Form method="post" action={`/helpen/${banner.id}/intrekking`}>
              <input type="hidden" name="soort" value={item.type} />
              <button name="ding" value={item.id} className="min-h-11 px-2 text-danger underline underline-offset-4">
                {t("session.takeBack")}
              </button>
            </Form>
          )} />
        </Section>
        <div className="flex flex-wrap items-center gap-4">
          <ButtonLink to={`/helpen/${banner.id}/bevestiging`}>{t("session.done")}</ButtonLink>
          <Link to={`/helpen/${banner.id}/alles-stoppen`} className="inline-flex min-h-11 items-center text-danger underline underline-offset-4">
            {t("session.everything")}
          </Link>
        </div>
      </Page>
    </>
  );
}
