import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { textOf } from "../features/purchases/desk/csv-lines.ts";
import { readable } from "../features/purchases/desk/find-desk-purchase.server.ts";
import { dryRun } from "../features/purchases/desk/import-offers.server.ts";
import { offerColumns } from "../features/purchases/desk/offer-columns.ts";
import { Mistakes, Ready } from "../features/purchases/desk/offers-view.tsx";
import { requireModerator } from "../features/session/guards.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { formProblem } from "../http/parse-form.server.ts";
import { readFormWithUpload } from "../http/read-upload.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, TextField } from "../ui/fields.tsx";
import { Card, Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

const mostBytes = 150_000;
const mostShown = 50;

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const { state, supplier } = await asViewer(moderator, (tx) => readable(tx, moderator, id));
  return { ...wordsFor(moderator.locale, "purchaseDesk"), title: serverT(moderator.locale, "purchaseDesk")("offers.title"), id, ready: state === "open" && supplier !== null };
}

/** Says what the file would do; nothing is changed by it. */
export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  await asViewer(moderator, (tx) => readable(tx, moderator, id));
  const t = serverT(moderator.locale, "purchaseDesk");
  const { upload } = await readFormWithUpload(args.request, "bestand", mostBytes);
  const refused = (problem: "file" | "large" | "unreadable") => formProblem({ errors: { bestand: t(`offers.problems.${problem}`) }, values: {} });
  if (upload === null) return refused("file");
  if (upload === "too_large") return refused("large");
  const text = textOf(upload);
  if (text === null) return refused("unreadable");
  const { ready, same, mistakes } = await asViewer(moderator, (tx) => dryRun(tx, moderator, id, text));
  const lines = ready.slice(0, mostShown).map(({ line, reference, offer: { priceCents, priceVatCents, extrasCents, validUntil } }) => ({ line, reference, priceCents, priceVatCents, extrasCents: extrasCents ?? 0, validUntil }));
  return { errors: null, checked: { lines, count: ready.length, same, mistakes: mistakes.slice(0, mostShown), more: Math.max(0, mistakes.length - mostShown), text: mistakes.length > 0 ? "" : text } };
}

export default function Offers() {
  const t = useT("purchaseDesk");
  const { title, id, ready } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const checked = answer && "checked" in answer ? answer.checked : null;
  return (
    <Page title={title} intro={t("offers.intro")} back={{ to: `/beheer/inkopen/${id}`, words: t("signUp.back") }}>
      <ErrorSummary errors={answer?.errors} />
      {ready ? null : <Card tone="sun">{t("offers.closed")}</Card>}
      <div role="status" className="flex flex-col gap-4 empty:hidden">
        {checked ? checked.mistakes.length > 0 ? <Mistakes mistakes={checked.mistakes} more={checked.more} /> : <Ready purchaseId={id} {...checked} /> : null}
      </div>
      {ready ? (
        <Form method="post" encType="multipart/form-data" className="flex flex-col gap-6">
          <TextField label={t("offers.file")} hint={t("offers.fileHint")} type="file" accept=".csv,text/csv" name="bestand" error={answer?.errors?.bestand} />
          <Button wide look={checked?.count ? "secondary" : "primary"}>{t("offers.check")}</Button>
        </Form>
      ) : null}
      <Section title={t("offers.example")}>
        <p className="measure">{t("offers.templateText")}</p>
        <p className="measure break-words text-ink-soft">{t("offers.columns", { columns: offerColumns.map(({ name }) => name).join(", ") })}</p>
        <p>
          <a href={`/beheer/inkopen/${id}/aanbiedingen/voorbeeld`} download className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">{t("offers.template")}</a>
        </p>
      </Section>
    </Page>
  );
}
