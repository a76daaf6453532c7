import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { mayReturnUntil, returnHome } from "../features/households/return-home.server.ts";
import { leftBehind } from "../features/households/take-along.server.ts";
import { requireAccount } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { dayInWords } from "../i18n/day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

/** For who moved out: on to a new address, or back for as long as that can be. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireAccount(args);
  if (viewer.householdId) throw redirect("/huishouden");
  const until = await mayReturnUntil(viewer);
  return { ...wordsFor(viewer.locale, "household"), title: serverT(viewer.locale, "household")("moved.title"), until: until && dayInWords(until, viewer.locale), left: await leftBehind(viewer) };
}

/** Comes back in the household that one left. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireAccount(args);
  if (viewer.householdId) throw redirect("/huishouden", 303);
  const t = serverT(viewer.locale, "household");
  if (await returnHome(viewer)) return redirectWithFlash("/huishouden", { text: t("moved.done") });
  return redirectWithFlash("/meedoen", { text: t("moved.tooLate") });
}

export default function MovedOut() {
  const t = useT("household");
  const { title, until, left } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("moved.text")}>
      <ButtonLink wide to="/meedoen">
        {t("moved.next")}
      </ButtonLink>
      {until && left > 0 ? (
        <Form method="post" action="/verhuisd/meenemen" className="flex flex-col gap-3">
          <p className="measure">{t("moved.left", { count: left, date: until })}</p>
          <div>
            <Button look="secondary" wide>
              {t("moved.takeAlong")}
            </Button>
          </div>
        </Form>
      ) : null}
      {until ? (
        <Form method="post" className="flex flex-col gap-3">
          <p className="measure">{t("moved.until", { date: until })}</p>
          <div>
            <Button look="secondary" wide>
              {t("moved.back")}
            </Button>
          </div>
        </Form>
      ) : null}
    </Page>
  );
}
