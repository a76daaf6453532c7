import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { stoppedClaim } from "../features/addresses/own-claim.server.ts";
import { mayAskAgain } from "../features/households/choose-letter.server.ts";
import { whenAgain } from "../features/households/when-again.server.ts";
import { currentSignup } from "../features/households/current-signup.server.ts";
import { LetterCodePage } from "../features/households/letter-code-page.tsx";
import { mayReturnUntil } from "../features/households/return-home.server.ts";
import { useLetterCode } from "../features/households/use-letter-code.server.ts";
import { WaitingForYes } from "../features/households/waiting-for-yes.tsx";
import { requireAccount } from "../features/session/guards.server.ts";
import { consumeForm } from "../features/session/rate-limits.server.ts";
import { readCode } from "../features/session/short-code.ts";
import { tooMany } from "../features/session/too-many.server.ts";
import { formProblem, formValues } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireAccount(args);
  if (viewer.householdId) throw redirect("/begin");
  const signup = await currentSignup(viewer.accountId);
  if (signup?.way === "vouch" || signup?.way === "door") throw redirect("/meedoen/buren/code");
  if (!signup && (await stoppedClaim(viewer.accountId))) throw redirect("/meedoen/stilstand");
  if (!signup && (await mayReturnUntil(viewer))) throw redirect("/verhuisd");
  if (signup && !signup.way) throw redirect("/meedoen/manier");
  const t = serverT(viewer.locale, "join");
  return {
    ...wordsFor(viewer.locale, "join"),
    title: !signup ? t("nothing.title") : signup.way === "join" ? t("waitingForYes.title") : t("code.title"),
    signup: signup && {
      way: signup.way,
      address: signup.address.line,
      mayAskAgain: mayAskAgain(signup.letterPrintedAt),
      whenAgain: whenAgain(signup.letterPrintedAt, viewer.locale),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireAccount(args);
  const t = serverT(viewer.locale, "join");
  const values = formValues(await readForm(args.request));
  const visitor = await consumeForm(args.context.ip);
  if (!visitor.ok) return tooMany(viewer.locale, visitor.secondsToWait, values, "code");
  const code = readCode(String(values.code ?? ""));
  if (!code) return formProblem({ errors: { code: t("code.empty") }, values });
  const result = await useLetterCode(viewer, code);
  if (result === "welcome") return redirect("/welkom", 303);
  const printedAt = result === "no_tries" ? (await currentSignup(viewer.accountId))?.letterPrintedAt : null;
  const next = printedAt ? ` ${whenAgain(printedAt, viewer.locale)}` : "";
  return formProblem({ errors: { code: t(`code.${result}`) + next }, values });
}

export default function LetterCode() {
  const t = useT("join");
  const { title, signup } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  if (signup?.way === "letter") return <LetterCodePage title={title} address={signup.address} mayAskAgain={signup.mayAskAgain} whenAgain={signup.whenAgain} problem={problem} />;
  if (signup) return <WaitingForYes title={title} address={signup.address} />;
  return (
    <Page title={title} intro={t("nothing.text")}>
      <ButtonLink wide to="/meedoen">
        {t("nothing.action")}
      </ButtonLink>
    </Page>
  );
}
