import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { ownClaim } from "../features/addresses/own-claim.server.ts";
import { env } from "../env.server.ts";
import { requireAccount } from "../features/session/guards.server.ts";
import { showCode } from "../features/session/short-code.ts";
import { contact } from "../http/contact.server.ts";
import { qrPath } from "../http/qr-path.server.ts";
import { useDay } from "../i18n/use-day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { TextField } from "../ui/fields.tsx";
import { Card, Page, Section } from "../ui/page.tsx";
import { QrCode } from "../ui/qr-code.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireAccount(args);
  if (viewer.householdId) throw redirect("/begin");
  const claim = await ownClaim(viewer.accountId);
  if (!claim) throw redirect("/meedoen/buren");
  const t = serverT(viewer.locale, "vouching");
  const url = claim.code && new URL(`/borg/link/${claim.code}`, env().APP_URL).href;
  const shown = claim.code && url ? { code: showCode(claim.code), url, qr: qrPath(url) } : null;
  const title = claim.paused ? t("code.pausedTitle") : claim.startsAt ? t("code.startsTitle") : t("code.title");
  return { ...wordsFor(viewer.locale, "vouching"), title, claim, shown, contact: contact() };
}

export default function CodeForNeighbours() {
  const t = useT("vouching");
  const day = useDay();
  const { title, claim, shown, contact: reach } = useLoaderData<typeof loader>();
  if (claim.paused) return <Page title={title} intro={t("code.paused")}>{null}</Page>;
  if (claim.startsAt) return <Page title={title} intro={t("code.starts", { day: day(claim.startsAt) })}>{null}</Page>;
  return (
    <Page title={title} intro={shown ? t("code.intro") : t("code.expired")}>
      {shown ? (
        <>
          <Card>
            <div className="flex flex-wrap items-center gap-6">
              <p>
                <span className="block text-ink-soft">{t("code.label")}</span>
                <strong className="block font-mono text-3xl tracking-wider">{shown.code}</strong>
                <span className="mt-2 block text-sm text-ink-soft">{t("code.until", { day: day(claim.expiresAt) })}</span>
              </p>
              <QrCode qr={shown.qr} label={t("code.qr", { url: shown.url })} className="size-40" />
            </div>
          </Card>
          <p role="status">{t("code.vouched", { count: claim.vouches })}</p>
          <TextField name="link" label={t("code.link")} hint={t("code.linkHint")} value={shown.url} readOnly onFocus={(event) => event.currentTarget.select()} />
          <Section title={t("code.who")}>
            <p className="measure">{t("code.whoText")}</p>
          </Section>
          <Section title={t("code.door")}>
            <p className="measure">{t("code.doorText", { contact: reach })}</p>
          </Section>
        </>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <ButtonLink look={shown ? "secondary" : undefined} to="/meedoen/buren">
          {t("code.again")}
        </ButtonLink>
        <Form method="post" action="/meedoen/brief">
          <Button look="quiet">{t("code.letter")}</Button>
        </Form>
      </div>
    </Page>
  );
}
