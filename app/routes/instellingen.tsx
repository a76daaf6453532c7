import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { locales } from "../../db/schema/choices.ts";
import { changeLocale } from "../features/session/change-locale.server.ts";
import { isResident, requireAccount } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { rememberLocale } from "../i18n/locale.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, Unseen } from "../ui/button.tsx";
import { Choices, ErrorSummary } from "../ui/fields.tsx";
import { Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireAccount(args);
  return {
    ...wordsFor(viewer.locale, "pages"),
    title: serverT(viewer.locale, "pages")("settings.title"),
    language: viewer.locale,
    resident: isResident(viewer) ? { displayName: viewer.displayName, streetName: viewer.streetName, involvement: viewer.involvement } : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireAccount(args);
  const schema = z.object({ taal: z.enum(locales, { error: serverT(viewer.locale, "pages")("settings.errorLanguage") }) });
  const form = parseForm(schema, await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const { taal } = form.value;
  await changeLocale(viewer, taal);
  return redirectWithFlash("/instellingen", { text: serverT(taal, "pages")("settings.languageSaved") }, new Headers([["Set-Cookie", rememberLocale(taal)]]));
}

export default function Settings() {
  const t = useT("pages");
  const { title, language, resident } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} back={{ to: "/meer", words: t("more.title") }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" reloadDocument className="flex flex-col gap-4">
        <Choices
          columns
          legend={t("settings.language")}
          name="taal"
          error={problem?.errors.taal}
          chosen={language}
          choices={locales.map((locale) => ({ value: locale, label: <span lang={locale}>{t(`settings.languages.${locale}`)}</span> }))}
        />
        <p>
          <Button>{t("settings.languageSave")}</Button>
        </p>
      </Form>
      {resident ? (
        <>
          <Setting to="/welkom/naam" name={t("settings.name")} value={resident.displayName ?? t("settings.nameNone", { street: resident.streetName })} />
          <Setting
            to="/welkom/meedoen"
            name={t("settings.involvement")}
            value={resident.involvement ? t(`settings.involvements.${resident.involvement}`) : t("settings.involvementNone")}
          />
          <Setting to="/instellingen/berichten" name={t("settings.notices")} value={t("settings.noticesText")} />
          <Setting to="/welkom/cijfers" name={t("settings.figures")} value={t("settings.figuresText")} />
          <Setting to="/huishouden/e-mail" name={t("settings.email")} value={t("settings.emailText")} />
          <Setting to="/instellingen/blokkades" name={t("settings.blocks")} value={t("settings.blocksText")} />
        </>
      ) : null}
    </Page>
  );
}

function Setting({ to, name, value }: { to: string; name: string; value: string }) {
  const t = useT("pages");
  return (
    <Section
      title={name}
      aside={
        <Link to={to} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
          {t("settings.change")}
          <Unseen>: {name}</Unseen>
        </Link>
      }
    >
      <p>{value}</p>
    </Section>
  );
}
