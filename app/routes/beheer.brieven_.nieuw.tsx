import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { letterOptions } from "../features/letters/letter-options.server.ts";
import { orderLetters } from "../features/letters/order-letters.server.ts";
import { orderSchema } from "../features/moderation/moderation.schema.server.ts";
import { requireFreshModerator } from "../features/session/fresh-step.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Choices, ErrorSummary, SelectField } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireFreshModerator(args);
  const code = new URL(args.request.url).searchParams.get("buurt");
  if (code === null) throw redirect("/beheer/brieven");
  const options = await letterOptions(moderator, code);
  if (!options) throw notFound();
  const { requested, ...rest } = options;
  return { title: serverT(moderator.locale, "moderation")("newLetters.title", { neighbourhood: options.name }), ...rest, requested: requested.length };
}

export async function action(args: ActionFunctionArgs) {
  const moderator = await requireFreshModerator(args);
  const options = await letterOptions(moderator, new URL(args.request.url).searchParams.get("buurt"));
  if (!options) throw notFound();
  const t = serverT(moderator.locale, "moderation");
  const form = parseForm(orderSchema(t, options.streets.map(({ id }) => id)), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const { choice, street, secondLocale } = form.value;
  if (choice === "requested" && options.requested.length === 0) return formProblem({ errors: { choice: t("newLetters.nothingRequested") }, values: form.values });
  const id = await asViewer(moderator, (tx) =>
    orderLetters(tx, moderator, {
      neighbourhoodCode: options.code,
      choice,
      streetId: choice === "street" ? street : null,
      letterIds: choice === "requested" ? options.requested : [],
      secondLocale: secondLocale || null,
    }),
  );
  return redirect(`/beheer/brieven/${id}`, 303);
}

export default function NewLetters() {
  const t = useT("moderation");
  const { title, requested, notInvited, everybody, streets } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const chosen = problem?.values.choice ?? (requested ? "requested" : null);
  return (
    <Page title={title} intro={t("newLetters.intro")} back={{ to: "/beheer/brieven", words: t("newLetters.back") }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <Choices
          name="choice"
          legend={t("newLetters.choice")}
          error={problem?.errors.choice}
          chosen={chosen}
          choices={[
            { value: "requested", label: t("batch.requested"), hint: t("newLetters.requestedHint", { count: requested }), disabled: requested === 0 },
            { value: "not_invited", label: t("batch.not_invited"), hint: t("newLetters.addressesHint", { count: notInvited }) },
            { value: "street", label: t("newLetters.oneStreet"), hint: t("newLetters.oneStreetHint") },
            { value: "neighbourhood", label: t("batch.neighbourhood"), hint: t("newLetters.addressesHint", { count: everybody }) },
          ]}
        />
        <SelectField name="street" label={t("newLetters.street")} hint={t("newLetters.streetHint")} error={problem?.errors.street} defaultValue={String(problem?.values.street ?? "")}>
          <option value="">{t("newLetters.noStreet")}</option>
          {streets.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField name="secondLocale" label={t("newLetters.language")} hint={t("newLetters.languageHint")} error={problem?.errors.secondLocale} defaultValue={String(problem?.values.secondLocale ?? "")}>
          <option value="">{t("newLetters.dutchOnly")}</option>
          <option value="en">{t("newLetters.english")}</option>
        </SelectField>
        <div className="flex flex-col gap-2">
          <Button wide>{t("newLetters.submit")}</Button>
          <p className="measure text-sm text-ink-soft">{t("newLetters.submitHint")}</p>
        </div>
      </Form>
    </Page>
  );
}
