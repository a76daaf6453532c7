import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AssistingBanner } from "../features/assisted/banner.tsx";
import { bannerOf } from "../features/assisted/banner.server.ts";
import { ConfirmationSheet } from "../features/assisted/confirmation-sheet.tsx";
import { confirmationOf } from "../features/assisted/confirmation.server.ts";
import { requireAssisting } from "../features/session/require-assisting.server.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const assisting = await requireAssisting(args);
  const { locale } = assisting.helper;
  return { ...wordsFor(locale, "assisted"), title: serverT(locale, "assisted")("confirmation.title"), banner: bannerOf(assisting), confirmation: await confirmationOf(assisting) };
}

export default function Confirmation() {
  const { banner, confirmation } = useLoaderData<typeof loader>();
  return (
    <>
      <AssistingBanner {...banner} />
      <ConfirmationSheet id={banner.id} confirmation={confirmation} />
    </>
  );
}
