import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { stay } from "../features/privacy/stay.server.ts";
import { requireLeaver } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { dayInWords } from "../i18n/day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const { locale, leavesOn } = await requireLeaver(args);
  return {
    ...wordsFor(locale, "privacy"),
    title: serverT(locale, "privacy")("staying.title"),
    day: dayInWords(leavesOn, locale),
    inTime: leavesOn > new Date(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireLeaver(args);
  if (!(await stay(viewer))) return redirect("/blijven", 303);
  return redirectWithFlash("/begin", { text: serverT(viewer.locale, "privacy")("staying.done") });
}

export default function Stay() {
  const t = useT("privacy");
  const { title, day, inTime } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={inTime ? t("staying.intro", { day }) : t("staying.tooLate")}>
      {inTime ? <p className="measure">{t("staying.text")}</p> : null}
      <div className="flex flex-col gap-3 sm:flex-row">
        {inTime ? (
          <Form method="post">
            <Button wide>{t("staying.stay")}</Button>
          </Form>
        ) : null}
        <Form method="post" action="/uitloggen">
          <Button look="secondary" wide>
            {inTime ? t("staying.leave") : t("staying.logOut")}
          </Button>
        </Form>
      </div>
    </Page>
  );
}
