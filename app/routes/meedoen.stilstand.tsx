import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { stoppedClaim } from "../features/addresses/own-claim.server.ts";
import { requireAccount } from "../features/session/guards.server.ts";
import { contact } from "../http/contact.server.ts";
import { useDay } from "../i18n/use-day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Card, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

/** Why somebody whose sign-up was objected to has no home here now, and how to come back. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireAccount(args);
  const claim = viewer.householdId ? null : await stoppedClaim(viewer.accountId);
  if (!claim) throw redirect("/begin");
  const t = serverT(viewer.locale, "vouching");
  return { ...wordsFor(viewer.locale, "vouching"), title: t(claim.outcome ? "stopped.endedTitle" : "stopped.title"), claim, contact: contact() };
}

export default function Stopped() {
  const t = useT("vouching");
  const day = useDay();
  const { title, claim, contact: reach } = useLoaderData<typeof loader>();
  if (!claim.decidedAt) return <Page title={title} intro={t("stopped.text", { address: claim.address })}>{null}</Page>;
  return (
    <Page title={title} intro={t("stopped.ended", { day: day(claim.decidedAt), address: claim.address })}>
      <Card>
        <p className="measure whitespace-pre-line break-words">{claim.reason}</p>
      </Card>
      <p className="measure">{t("stopped.back", { contact: reach })}</p>
      <ButtonLink wide to="/meedoen">
        {t("stopped.action")}
      </ButtonLink>
    </Page>
  );
}
