import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { PaperForm } from "../features/assisted/paper-form.tsx";
import { currentForm, paperForms } from "../features/assisted/paper-forms.ts";
import { cooperativeOf } from "../features/neighbourhood/cooperative-of.server.ts";
import { requireAccount } from "../features/session/guards.server.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireAccount(args);
  const { locale, neighbourhoodCode, mayModerate } = viewer;
  const { name: organisation, phone } = await asViewer(viewer, (tx) => cooperativeOf(tx, ...(neighbourhoodCode ? [neighbourhoodCode] : mayModerate)));
  return { ...wordsFor(locale, "assisted"), title: serverT(locale, "assisted")("paper.title"), form: { organisation, phone, version: currentForm, text: paperForms[currentForm][locale] } };
}

export default function FormOnPaper() {
  return <PaperForm {...useLoaderData<typeof loader>().form} />;
}
