import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { signClaim } from "../features/addresses/claim-code.server.ts";
import { findClaim } from "../features/addresses/find-claim.server.ts";
import { OwnVouches } from "../features/addresses/own-vouches.tsx";
import { ownVouches } from "../features/addresses/own-vouches.server.ts";
import { vouchProblem } from "../features/addresses/vouch.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { forgetLink, keptLink } from "../features/session/link-cookie.server.ts";
import { consumeForm } from "../features/session/rate-limits.server.ts";
import { readCode, showCode } from "../features/session/short-code.ts";
import { tooMany } from "../features/session/too-many.server.ts";
import { formProblem, formValues } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useDay } from "../i18n/use-day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, TextField } from "../ui/fields.tsx";
import { Card, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const t = serverT(resident.locale, "vouching");
  const kept = readCode(keptLink("vouch", args.request));
  return { ...wordsFor(resident.locale, "vouching", "pages"), title: t("vouch.title"), code: kept ? showCode(kept) : "", problem: await vouchProblem(resident), ...(await ownVouches(resident)) };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const t = serverT(resident.locale, "vouching");
  const values = formValues(await readForm(args.request));
  const visitor = await consumeForm(args.context.ip);
  if (!visitor.ok) return tooMany(resident.locale, visitor.secondsToWait, values, "code");
  const code = readCode(String(values.code ?? ""));
  if (!code) return formProblem({ errors: { code: t("vouch.codeWrong") }, values });
  const found = await findClaim(resident, code);
  if (typeof found === "string") return formProblem({ errors: { code: t(`vouch.${found}`) }, values });
  return redirect(`/borg/buur/${signClaim("vouch", found.id, resident.accountId)}`, { status: 303, headers: { "Set-Cookie": forgetLink("vouch") } });
}

export default function Vouch() {
  const t = useT("vouching");
  const day = useDay();
  const { title, code, problem, vouches, lost } = useLoaderData<typeof loader>();
  const wrong = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("vouch.intro")}>
      {lost ? (
        <Card tone="brick">
          <h2 className="text-lg">{t("vouch.lostTitle")}</h2>
          <p className="measure mt-2">{t("vouch.lost", { day: day(lost.at) })}</p>
          <p className="measure mt-2 whitespace-pre-line break-words">{lost.reason}</p>
        </Card>
      ) : problem ? (
        <Card tone="sun">
          <p className="measure">{t(`vouch.problem.${problem}`)}</p>
        </Card>
      ) : (
        <>
          <ErrorSummary errors={wrong?.errors} />
          <Form method="post" className="flex flex-col gap-6" noValidate>
            <TextField name="code" label={t("vouch.code")} hint={t("vouch.codeHint")} error={wrong?.errors.code} defaultValue={wrong?.values.code ?? code} autoComplete="off" autoCapitalize="characters" maxLength={20} />
            <Button wide>{t("vouch.action")}</Button>
          </Form>
        </>
      )}
      <OwnVouches vouches={vouches} />
    </Page>
  );
}
