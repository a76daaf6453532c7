import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { AssistingBanner } from "../features/assisted/banner.tsx";
import { bannerOf } from "../features/assisted/banner.server.ts";
import { stopEverything } from "../features/assisted/take-back.server.ts";
import { requireAssisting } from "../features/session/require-assisting.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Card, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const assisting = await requireAssisting(args);
  const { locale } = assisting.helper;
  return { ...wordsFor(locale, "assisted"), title: serverT(locale, "assisted")("everything.title"), banner: bannerOf(assisting) };
}

/** Stops with everything for who is helped; the session ends with it. */
export async function action(args: ActionFunctionArgs) {
  const assisting = await requireAssisting(args);
  await stopEverything(assisting);
  return redirectWithFlash("/helpen", { text: serverT(assisting.helper.locale, "assisted")("everything.done") });
}

export default function StopEverything() {
  const t = useT("assisted");
  const { title, banner } = useLoaderData<typeof loader>();
  return (
    <>
      <AssistingBanner {...banner} />
      <Page title={title} intro={t("everything.intro")} back={{ to: `/helpen/${banner.id}`, words: t("entry.back") }}>
        <Card>
          <ul className="measure list-disc space-y-2 pl-5">
            <li>{t("everything.one")}</li>
            <li>{t("everything.two")}</li>
            <li>{t("everything.three")}</li>
          </ul>
        </Card>
        <Form method="post" className="flex flex-col gap-3 sm:flex-row">
          <Button look="danger" wide>
            {t("everything.submit")}
          </Button>
          <ButtonLink look="secondary" wide to={`/helpen/${banner.id}`}>
            {t("everything.keep")}
          </ButtonLink>
        </Form>
      </Page>
    </>
  );
}
