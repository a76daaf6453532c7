import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PaperForm } from "../features/assisted/paper-form.tsx";
import { currentForm, paperForms } from "../features/assisted/paper-forms.ts";
import { env } from "../env.server.ts";
import { requireAccount } from "../features/session/guards.server.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await requireAccount(args);
  const { ORGANISATION_NAME: organisation, ORGANISATION_PHONE: phone } = env();
  return { ...wordsFor(locale, "assisted"), title: serverT(locale, "assisted")("paper.title"), form: { organisation, phone, version: currentForm, text: paperForms[currentForm][locale] } };
}

export default function FormOnPaper() {
  return <PaperForm {...useLoaderData<typeof loader>().form} />;
}
