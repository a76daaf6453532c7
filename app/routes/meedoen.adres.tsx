import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { findAddresses } from "../features/households/find-addresses.server.ts";
import { addressSearch } from "../features/households/join.schema.server.ts";
import { allowEveryone } from "../features/session/guards.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { parseForm } from "../http/parse-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Choices, ErrorSummary, StepsLine } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  const locale = await pageLocale(args);
  const t = serverT(locale, "join");
  const query = new URL(args.request.url).searchParams;
  const form = parseForm(addressSearch(locale), query);
  if (!form.ok) throw redirect("/meedoen");
  const { postcode, nummer } = form.value;
  const addresses = await findAddresses(postcode, nummer);
  const chosen = addresses.find((address) => address.dwellingId === query.get("adres"));
  if (chosen?.neighbourhood?.served) throw redirect(`/meedoen/mail?adres=${chosen.dwellingId}`);
  const title = chosen ? t("address.notServed", { name: chosen.neighbourhood?.name ?? chosen.place }) : addresses.length === 0 ? t("address.none") : addresses.length === 1 ? t("address.titleOne") : t("address.title");
  const errors: Record<string, string> | null = query.has("kies") && !chosen ? { adres: t("address.empty") } : null;
  return { ...wordsFor(locale, "join"), title, postcode, nummer, addresses, chosen: chosen ?? null, errors };
}

export default function ChooseAddress() {
  const t = useT("join");
  const { title, postcode, nummer, addresses, chosen, errors } = useLoaderData<typeof loader>();
  const missing = `/meedoen/adres-ontbreekt?${new URLSearchParams({ postcode, nummer })}`;
  const back = { to: "/meedoen", words: t("address.again") };
  if (chosen) {
    return (
      <Page title={title} intro={chosen.neighbourhood ? t("address.notServedText") : undefined} back={back}>
        <ButtonLink wide to={chosen.neighbourhood ? `/wachtlijst?buurt=${chosen.neighbourhood.code}` : missing}>
          {chosen.neighbourhood ? t("address.wait") : t("address.missing")}
        </ButtonLink>
      </Page>
    );
  }
  if (addresses.length === 0) {
    return (
      <Page title={title} intro={t("address.noneText", { postcode, number: nummer })} back={back}>
        <ButtonLink wide to={missing}>
          {t("address.missing")}
        </ButtonLink>
      </Page>
    );
  }
  const [only] = addresses;
  return (
    <Page title={title} back={back}>
      <StepsLine step={1} of={4} />
      <ErrorSummary errors={errors} />
      <Form className="flex flex-col gap-6">
        <input type="hidden" name="postcode" value={postcode} />
        <input type="hidden" name="nummer" value={nummer} />
        <input type="hidden" name="kies" value="1" />
        <Choices
          name="adres"
          legend={t("address.choose")}
          error={errors?.adres}
          chosen={addresses.length === 1 ? only!.dwellingId : null}
          choices={addresses.map((address) => ({ value: address.dwellingId, label: address.line, hint: `${address.postcode} ${address.place}` }))}
        />
        <Button wide>{t("address.action")}</Button>
      </Form>
      <div>
        <ButtonLink look="quiet" to={missing}>
          {t("address.missing")}
        </ButtonLink>
      </div>
      <p className="text-sm text-ink-soft">{t("address.source")}</p>
    </Page>
  );
}
