import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { sayTheyLeft } from "../features/addresses/home-claims.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await requireResident(args);
  return { ...wordsFor(locale, "vouching"), title: serverT(locale, "vouching")("home.leftTitle") };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const asked = await sayTheyLeft(resident);
  return redirectWithFlash("/huishouden", { text: serverT(resident.locale, "vouching")(asked ? "home.leftSent" : "home.leftNotYou") });
}

export default function EarlierResidents() {
  const t = useT("vouching");
  const { title } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("home.leftText")} back={{ to: "/huishouden", words: t("home.back") }}>
      <Form method="post">
        <Button wide>{t("home.leftAction")}</Button>
      </Form>
    </Page>
  );
}
