import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { handleMissingAddress } from "../features/moderation/handle-missing-address.server.ts";
import { openMissingAddress } from "../features/moderation/missing-addresses.server.ts";
import { outcomeSchema } from "../features/moderation/moderation.schema.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { writtenPostcode } from "../i18n/postcode.ts";
import { useDay } from "../i18n/use-day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, TextArea } from "../ui/fields.tsx";
import { Facts, Page } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const address = await asViewer(moderator, (tx) => openMissingAddress(tx, id));
  if (!address) throw notFound();
  return { title: serverT(moderator.locale, "moderation")("missing.title"), address };
}

export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const t = serverT(moderator.locale, "moderation");
  const form = parseForm(outcomeSchema(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const handled = await asViewer(moderator, (tx) => handleMissingAddress(tx, moderator, id, form.value.outcome));
  if (!handled) throw notFound();
  throw await redirectWithFlash("/beheer/adressen", { text: t("missing.sent") });
}

export default function AnswerMissingAddress() {
  const t = useT("moderation");
  const day = useDay();
  const { address } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={t("missing.title")} intro={t("missing.asked")} back={{ to: "/beheer/adressen", words: t("missing.back") }}>
      <ErrorSummary errors={problem?.errors} />
      <Facts
        facts={[
          { name: t("missing.postcode"), value: writtenPostcode(address.postcode) },
          { name: t("missing.houseNumber"), value: address.houseNumber },
          ...(address.streetName ? [{ name: t("missing.street"), value: address.streetName }] : []),
          { name: t("missing.neighbourhood"), value: <span className="inline-block first-letter:uppercase">{address.neighbourhoodName ?? t("addresses.unknownNeighbourhood")}</span> },
          ...(address.note ? [{ name: t("missing.note"), value: address.note }] : []),
          { name: t("missing.date"), value: day(address.createdAt) },
        ]}
      />
      <Form method="post" className="flex flex-col gap-5">
        <TextArea
          label={t("missing.outcome")}
          hint={t("missing.outcomeHint")}
          error={problem?.errors.outcome}
          name="outcome"
          defaultValue={typed(problem?.values.outcome)}
          maxLength={500}
          required
        />
        <Button wide>{t("missing.send")}</Button>
      </Form>
    </Page>
  );
}
