import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AssistingBanner } from "../features/assisted/banner.tsx";
import { bannerOf } from "../features/assisted/banner.server.ts";
import { isPrinted } from "../features/purchases/paper-deeds.ts";
import { PaperPage } from "../features/purchases/paper-page.tsx";
import { printedFor } from "../features/purchases/printed-for.server.ts";
import { requireAssisting } from "../features/session/require-assisting.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const assisting = await requireAssisting(args);
  const { purchase, wat } = args.params;
  if (!isPrinted(wat)) throw notFound();
  const { locale } = assisting.helper;
  return {
    ...wordsFor(locale, "assisted", "purchasePaper"),
    title: serverT(locale, "purchasePaper")(`papers.${wat}`),
    banner: bannerOf(assisting),
    back: `/helpen/${assisting.session.id}/inkopen/${purchase}`,
    sheets: await printedFor(assisting, purchase, wat),
  };
}

export default function PurchasePaper() {
  const { title, banner, back, sheets } = useLoaderData<typeof loader>();
  return (
    <>
      <AssistingBanner {...banner} />
      <PaperPage title={title} back={back} sheets={sheets} />
    </>
  );
}
