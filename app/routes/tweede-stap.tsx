import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { asAuth } from "../../db/viewer.server.ts";
import { PasskeyButton } from "../features/passkeys/passkey-button.tsx";
import { AppCodeField } from "../features/second-factor/app-code-field.tsx";
import { confirmSecondFactor } from "../features/second-factor/confirm-second-factor.server.ts";
import { isFreshStep } from "../features/session/fresh-step.server.ts";
import { requireStaff, staffHome } from "../features/session/require-staff.server.ts";
import { secondFactorOf } from "../features/second-factor/second-factor-of.server.ts";
import { spendTotpCode } from "../features/second-factor/spend-code.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { backTo, withBack } from "../http/back-to.ts";
import { readForm } from "../http/read-form.server.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireStaff(args);
  const back = backTo(args.request, staffHome(viewer));
  if (isFreshStep(viewer)) throw redirect(back);
  const { setUp, app, passkeys } = await asAuth((tx) => secondFactorOf(tx, viewer.accountId));
  if (!setUp) throw redirect(withBack("/tweede-stap/instellen", back));
  return { ...wordsFor(viewer.locale, "moderation", "passkeys"), title: serverT(viewer.locale, "moderation")("secondFactor.title"), back, app, passkey: passkeys > 0, again: viewer.secondFactorAt !== null };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireStaff(args);
  const t = serverT(viewer.locale, "moderation");
  const schema = z.object({ code: z.string().transform((typed) => typed.replace(/\s/g, "")).pipe(z.string().regex(/^\d{6}$/, t("secondFactor.sixDigits"))) });
  const form = parseForm(schema, await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const confirmed = await confirmSecondFactor(viewer, args.request, (tx) => spendTotpCode(tx, viewer.accountId, form.value.code));
  if (!confirmed.ok) {
    const code = confirmed.minutes ? t("secondFactor.wait", { count: confirmed.minutes }) : t("secondFactor.wrong");
    return formProblem({ errors: { code }, values: {} });
  }
  throw redirect(backTo(args.request, staffHome(viewer)), { status: 303, headers: { "Set-Cookie": confirmed.cookie } });
}

export default function SecondFactor() {
  const t = useT("moderation");
  const { back, app, passkey, again } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={t("secondFactor.title")} intro={t(again ? "secondFactor.introAgain" : app ? "secondFactor.intro" : "secondFactor.introPasskey")}>
      <ErrorSummary errors={problem?.errors} />
      {app ? (
        <Form method="post" className="flex flex-col gap-5">
          <AppCodeField error={problem?.errors.code} />
          <Button wide>{t("secondFactor.confirm")}</Button>
        </Form>
      ) : (
        <noscript>{t("secondFactor.withoutScript")}</noscript>
      )}
      <p>
        <Link to={withBack("/tweede-stap/herstelcode", back)} className="inline-flex min-h-11 items-center underline underline-offset-4">
          {t("secondFactor.lostPhone")}
        </Link>
      </p>
      {passkey ? <PasskeyButton to="/tweede-stap/passkey" back={back} /> : null}
    </Page>
  );
}
