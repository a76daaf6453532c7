import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { isLastAdult } from "../../db/leaving.server.ts";
import { asViewer } from "../../db/viewer.server.ts";
import { splitHousehold } from "../features/households/split-household.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Card, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  if (await asViewer(resident, (tx) => isLastAdult(tx, resident))) throw redirect("/huishouden");
  return { ...wordsFor(resident.locale, "household"), title: serverT(resident.locale, "household")("splitting.title") };
}

/** Makes a household of one's own at the same address. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const outcome = await splitHousehold(resident);
  const t = serverT(resident.locale, "household");
  return redirectWithFlash("/huishouden", { text: t(outcome === "split" ? "splitting.done" : "splitting.alone") });
}

export default function Splitting() {
  const t = useT("household");
  const { title } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("splitting.intro")} back={{ to: "/huishouden", words: t("back") }}>
      <Card>
        <ul className="measure list-disc space-y-2 pl-5">
          <li>{t("splitting.along")}</li>
          <li>{t("splitting.stays")}</li>
          <li>{t("splitting.back")}</li>
        </ul>
      </Card>
      <Form method="post" className="flex flex-col gap-3 sm:flex-row">
        <Button wide>{t("splitting.action")}</Button>
        <ButtonLink look="secondary" wide to="/huishouden">
          {t("splitting.keep")}
        </ButtonLink>
      </Form>
    </Page>
  );
}
