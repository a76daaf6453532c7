import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PaperPage } from "../features/purchases/paper-page.tsx";
import { printedForNeighbour } from "../features/purchases/printed-for.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

/** A purchase on paper, for a neighbour without e-mail. */
export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { id, sheets } = await printedForNeighbour(resident, args.params.id);
  return { ...wordsFor(resident.locale, "purchasePaper"), title: serverT(resident.locale, "purchasePaper")("print.title"), back: `/samen-inkopen/${id}`, sheets };
}

export default function PurchaseForNeighbour() {
  const { title, back, sheets } = useLoaderData<typeof loader>();
  return <PaperPage title={title} back={back} sheets={sheets} />;
}
