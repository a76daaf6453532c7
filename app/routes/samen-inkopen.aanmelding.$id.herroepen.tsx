import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { ownSignUp } from "../features/purchases/own-sign-up.server.ts";
import { canWithdraw } from "../features/purchases/policy.ts";
import { stepSignUp } from "../features/purchases/step.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { dayInWords, today } from "../i18n/day.ts";
import { useLocale, useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Facts, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

/** The second of two steps; the first is the button that leads here. */
export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const signUp = await asViewer(resident, (tx) => ownSignUp(tx, resident, args.params.id));
  const back = `/samen-inkopen/aanmelding/${signUp.id}`;
  if (!canWithdraw(signUp, today())) throw redirect(back);
  return { ...wordsFor(resident.locale, "purchases"), title: serverT(resident.locale, "purchases")("withdraw.title"), back, what: signUp.title, supplier: signUp.supplier, reference: signUp.reference, orderedAt: signUp.orderedAt!, until: signUp.coolingOffUntil };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const done = await asViewer(resident, (tx) => stepSignUp(tx, id, { to: "withdrawn", reason: "changed_mind" }));
  if (!done) throw notFound();
  const t = serverT(resident.locale, "purchases");
  return redirectWithFlash(`/samen-inkopen/aanmelding/${id}`, { text: t(done === "stepped" ? "withdraw.done" : "withdraw.over") });
}

export default function WithdrawFromContract() {
  const t = useT("purchases");
  const locale = useLocale();
  const { title, back, what, supplier, reference, orderedAt, until } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("withdraw.intro")} back={{ to: back, words: t("mine.title") }}>
      <Facts
        facts={[
          { name: t("withdraw.what"), value: what },
          { name: t("withdraw.supplier"), value: supplier },
          { name: t("withdraw.reference"), value: reference },
          { name: t("withdraw.orderedAt"), value: dayInWords(orderedAt, locale) },
          ...(until ? [{ name: t("withdraw.until"), value: dayInWords(until, locale) }] : []),
        ]}
      />
      <p className="measure">{t("withdraw.after")}</p>
      <Form method="post">
        <p className="flex flex-col gap-3 sm:flex-row">
          <Button look="danger" wide>
            {t("withdraw.confirm")}
          </Button>
          <ButtonLink look="secondary" wide to={back}>
            {t("withdraw.keep")}
          </ButtonLink>
        </p>
      </Form>
    </Page>
  );
}
