import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { OfferView } from "../features/purchases/offer-view.tsx";
import { orderPurchase } from "../features/purchases/order.server.ts";
import { ownSignUp } from "../features/purchases/own-sign-up.server.ts";
import { orderForm } from "../features/purchases/purchase.schema.server.ts";
import { termsVersion } from "../features/purchases/terms.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Choices, ErrorSummary, TextField } from "../ui/fields.tsx";
import { Page, Section } from "../ui/page.tsx";
import { typed } from "../ui/typed.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { id, state, mine, party, offers, supplier, rules } = await asViewer(resident, (tx) => ownSignUp(tx, resident, args.params.id));
  const back = `/samen-inkopen/aanmelding/${id}`;
  const [offer] = offers;
  if (!mine || state !== "offered" || !offer || party === "tenant") throw redirect(back);
  return { ...wordsFor(resident.locale, "purchases"), title: serverT(resident.locale, "purchases")("order.title"), offer, association: party === "association", supplier, startsWithDelivery: rules.coolingOffFrom === "delivery", contractingParty: rules.contractingParty, back };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const t = serverT(resident.locale, "purchases");
  const { party } = await asViewer(resident, (tx) => ownSignUp(tx, resident, id));
  const form = parseForm(orderForm(t, party === "association"), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const { versie, decision } = form.value;
  const outcome = await asViewer(resident, (tx) => orderPurchase(tx, id, { offerVersion: versie, adult: true, termsVersion, decision }));
  if (!outcome) throw notFound();
  if (outcome === "ordered" || outcome === "waiting" || outcome === "again") return redirectWithFlash(`/samen-inkopen/aanmelding/${id}`, { text: t(`order.${outcome}`) });
  return formProblem({ errors: { form: t(`order.${outcome}`) }, values: form.values });
}

export default function OrderTogether() {
  const t = useT("purchases");
  const { title, offer, association, supplier, startsWithDelivery, contractingParty, back } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { errors = {}, values = {} } = problem ?? {};
  return (
    <Page title={title} intro={t("order.intro", { supplier })} back={{ to: back, words: t("mine.title") }}>
      <ErrorSummary errors={problem?.errors} />
      <Section title={t("mine.offers")}>
        <OfferView offer={offer} newest ordered={false} />
      </Section>
      <Section title={t("order.know")}>
        <ul className="measure list-disc pl-5">
          <li>{t("order.party", { party: contractingParty })}</li>
          <li>{t(startsWithDelivery ? "order.coolingDelivery" : "order.coolingContract")}</li>
          <li>{t("order.threshold")}</li>
        </ul>
      </Section>
      <Form method="post" className="flex flex-col gap-6">
        <input type="hidden" name="versie" value={offer.version} />
        {association ? (
          <>
            <TextField label={t("order.decided")} name="besloten" type="date" error={errors.besloten} defaultValue={typed(values.besloten)} />
            <TextField label={t("order.votesFor")} name="voor" inputMode="numeric" error={errors.voor} defaultValue={typed(values.voor)} />
            <TextField label={t("order.votesOf")} name="van" inputMode="numeric" error={errors.van} defaultValue={typed(values.van)} />
            <TextField label={t("order.document")} hint={t("order.documentHint")} name="stuk" maxLength={300} error={errors.stuk} defaultValue={typed(values.stuk)} />
          </>
        ) : null}
        <Choices several legend={t("order.age")} name="achttien" error={errors.achttien} chosen={typed(values.achttien)} choices={[{ value: "ja", label: t("order.adult") }]} />
        <Choices several legend={t("order.terms")} name="voorwaarden" error={errors.voorwaarden} chosen={typed(values.voorwaarden)} choices={[{ value: "ja", label: t("order.agree") }]} />
        <p>
          <Link to="/samen-inkopen/voorwaarden" className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
            {t("order.read")}
          </Link>
        </p>
        <Button wide>{t("order.send")}</Button>
      </Form>
    </Page>
  );
}
