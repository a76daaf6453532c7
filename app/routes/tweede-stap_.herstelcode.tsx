import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { asAuth } from "../../db/viewer.server.ts";
import { confirmSecondFactor } from "../features/second-factor/confirm-second-factor.server.ts";
import { isFreshStep } from "../features/session/fresh-step.server.ts";
import { requireStaff, staffHome } from "../features/session/require-staff.server.ts";
import { secondFactorOf } from "../features/second-factor/second-factor-of.server.ts";
import { spendRecoveryCode } from "../features/second-factor/spend-code.server.ts";
import { readCode } from "../features/session/short-code.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { backTo, withBack } from "../http/back-to.ts";
import { readForm } from "../http/read-form.server.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, TextField } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireStaff(args);
  const back = backTo(args.request, staffHome(viewer));
  if (isFreshStep(viewer)) throw redirect(back);
  return { ...wordsFor(viewer.locale, "moderation"), title: serverT(viewer.locale, "moderation")("recovery.title"), back };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireStaff(args);
  const t = serverT(viewer.locale, "moderation");
  const schema = z.object({ code: z.string().transform((typed) => readCode(typed) ?? "").pipe(z.string().min(1, t("recovery.eightCharacters"))) });
  const form = parseForm(schema, await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const confirmed = await confirmSecondFactor(viewer, args.request, (tx) => spendRecoveryCode(tx, viewer.accountId, form.value.code));
  if (!confirmed.ok) {
    const code = confirmed.minutes ? t("secondFactor.wait", { count: confirmed.minutes }) : t("recovery.wrong");
    return formProblem({ errors: { code }, values: {} });
  }
  const { codesLeft } = await asAuth((tx) => secondFactorOf(tx, viewer.accountId));
  const headers = new Headers({ "Set-Cookie": confirmed.cookie });
  throw await redirectWithFlash(withBack("/tweede-stap/instellen", backTo(args.request, staffHome(viewer))), { text: t("recovery.used", { left: codesLeft }) }, headers);
}

export default function RecoveryCode() {
  const t = useT("moderation");
  const { back } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={t("recovery.title")} intro={t("recovery.intro")} back={{ to: withBack("/tweede-stap", back), words: t("recovery.back") }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-5">
        <TextField
          label={t("recovery.code")}
          hint={t("recovery.codeHint")}
          error={problem?.errors.code}
          name="code"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={12}
          className="max-w-64 text-2xl tracking-widest"
          required
        />
        <Button wide>{t("secondFactor.confirm")}</Button>
      </Form>
      <p className="measure text-ink-soft">{t("recovery.noneLeft")}</p>
    </Page>
  );
}
