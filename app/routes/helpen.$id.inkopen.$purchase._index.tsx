import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { AssistingBanner } from "../features/assisted/banner.tsx";
import { bannerOf } from "../features/assisted/banner.server.ts";
import { purchaseOnPaper } from "../features/purchases/paper-purchase.server.ts";
import { StandingOnPaper, WaysOnPaper } from "../features/purchases/purchase-on-paper.tsx";
import { RulesView } from "../features/purchases/rules-view.tsx";
import { requireAssisting } from "../features/session/require-assisting.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { wordsFor } from "../i18n/words.server.ts";
import { Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.purchase.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const assisting = await requireAssisting(args);
  const { helper, onBehalf } = assisting;
  return { ...wordsFor(helper.locale, "assisted", "purchases", "purchasePaper"), banner: bannerOf(assisting), ...(await asViewer(onBehalf, (tx) => purchaseOnPaper(tx, onBehalf, args.params.purchase))) };
}

export default function PurchaseOnPaper() {
  const t = useT("purchasePaper");
  const own = useT("purchases");
  const { banner, purchase, rules, signUp, expired, proposed, sharedSince, deeds, papers } = useLoaderData<typeof loader>();
  return (
    <>
      <AssistingBanner {...banner} />
      <Page title={purchase.title} back={{ to: `/helpen/${banner.id}`, words: t("page.back") }}>
        <StandingOnPaper signUp={signUp} open={purchase.state === "open"} expired={expired} proposed={proposed !== null} supplier={signUp && purchase.supplier} sharedSince={sharedSince} />
        <WaysOnPaper sessionId={banner.id} purchaseId={purchase.id} deeds={deeds} papers={papers} ordered={signUp?.orderedAt != null} />
        {purchase.body ? (
          <Section title={own("detail.what")}>
            <p className="measure break-words whitespace-pre-line">{purchase.body}</p>
          </Section>
        ) : null}
        <RulesView rules={rules} supplier={purchase} />
      </Page>
    </>
  );
}
