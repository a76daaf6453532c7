import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { z } from "zod";
import { asAuth } from "../../db/viewer.server.ts";
import { AppCodeField } from "../features/second-factor/app-code-field.tsx";
import { carryRecoveryCodes } from "../features/second-factor/codes-shown-once.server.ts";
import { emailOf } from "../features/second-factor/email-of.server.ts";
import { offerSecondFactor, secretOfOffer } from "../features/second-factor/offer-second-factor.server.ts";
import { raiseSession } from "../features/second-factor/raise-session.server.ts";
import { freshFormMinutes, isFreshStep } from "../features/session/fresh-step.server.ts";
import { requireStaff, staffHome } from "../features/session/require-staff.server.ts";
import { secondFactorOf } from "../features/second-factor/second-factor-of.server.ts";
import { setUpSecondFactor } from "../features/second-factor/set-up-second-factor.server.ts";
import { stepOfCode } from "../features/second-factor/totp.ts";
import { backTo, withBack } from "../http/back-to.ts";
import { parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/fields.tsx";
import { Card, Page } from "../ui/page.tsx";
import { QrCode } from "../ui/qr-code.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireStaff(args);
  const back = backTo(args.request, staffHome(viewer));
  const { setUp, email } = await asAuth(async (tx) => ({ ...(await secondFactorOf(tx, viewer.accountId)), email: await emailOf(tx, viewer.accountId) }));
  if (setUp && !isFreshStep(viewer)) throw redirect(withBack("/tweede-stap", viewer.secondFactorAt ? withBack("/tweede-stap/instellen", back) : back));
  const offer = offerSecondFactor(viewer.accountId, email);
  return { ...wordsFor(viewer.locale, "moderation"), title: serverT(viewer.locale, "moderation")("setUp.title"), back, again: setUp, offer };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireStaff(args);
  const { accountId } = viewer;
  const t = serverT(viewer.locale, "moderation");
  const schema = z.object({ offer: z.string(), code: z.string().transform((typed) => typed.replace(/\s/g, "")) });
  const form = parseForm(schema, await readForm(args.request));
  const secret = form.ok ? secretOfOffer(accountId, form.value.offer) : null;
  const email = await asAuth((tx) => emailOf(tx, accountId));
  if (!form.ok || !secret) return data({ errors: { code: t("setUp.tooOld") }, offer: offerSecondFactor(accountId, email) }, { status: 422 });
  const step = stepOfCode(secret, form.value.code);
  if (step === null) return data({ errors: { code: t("setUp.wrong") }, offer: offerSecondFactor(accountId, email, form.value.offer) }, { status: 422 });
  const done = await asAuth(async (tx) => {
    const codes = await setUpSecondFactor(tx, { accountId, secret, step, replace: isFreshStep(viewer, freshFormMinutes) });
    return codes && { codes, cookie: await raiseSession(tx, viewer, args.request) };
  });
  const back = backTo(args.request, staffHome(viewer));
  if (!done?.cookie) throw redirect(withBack("/tweede-stap", back), 303);
  const headers = new Headers({ "Set-Cookie": done.cookie });
  headers.append("Set-Cookie", carryRecoveryCodes(accountId, done.codes));
  throw redirect(withBack("/tweede-stap/herstelcodes", back), { status: 303, headers });
}

export default function SetUpSecondFactor() {
  const t = useT("moderation");
  const { again, back, ...loaded } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const offer = problem?.offer ?? loaded.offer;
  return (
    <Page title={t("setUp.title")} intro={again ? t("setUp.introAgain") : t("setUp.intro")} back={again ? { to: back, words: t("setUp.keep") } : undefined}>
      <ErrorSummary errors={problem?.errors} />
      <p className="measure">
        {t("setUp.passkeyText")}{" "}
        <Link to={withBack("/passkeys", back)} className="underline underline-offset-4">
          {t("setUp.passkey")}
        </Link>
      </p>
      <ol className="flex flex-col gap-6">
        <Step number={1} title={t("setUp.stepApp")}>
          <p className="measure">{t("setUp.stepAppText")}</p>
        </Step>
        <Step number={2} title={t("setUp.stepScan")}>
          <QrCode qr={offer.qr} label={t("setUp.qrLabel")} className="size-56 rounded-xl border border-line" />
          <p>
            <a href={offer.uri} className="inline-flex min-h-11 items-center underline underline-offset-4">
              {t("setUp.samePhone")}
            </a>
          </p>
          <p className="measure">{t("setUp.key")}</p>
          <p className="rounded-xl bg-raised px-4 py-3 font-mono text-lg break-words select-all">{offer.key}</p>
        </Step>
        <Step number={3} title={t("setUp.stepCode")}>
          <Form method="post" className="flex flex-col gap-5">
            <input type="hidden" name="offer" value={offer.sealed} />
            <AppCodeField error={problem?.errors.code} />
            <Button wide>{t("setUp.confirm")}</Button>
          </Form>
        </Step>
      </ol>
    </Page>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  return (
    <li>
      <Card>
        <div className="flex flex-col gap-4">
          <h2 className="text-xl">
            {number}. {title}
          </h2>
          {children}
        </div>
      </Card>
    </li>
  );
}
