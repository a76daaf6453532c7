import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { MailX } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { addressSearch } from "../features/households/join.schema.server.ts";
import { addRefusal, homesToRefuse, refusals } from "../features/letters/refusals.server.ts";
import { refusalSchema } from "../features/moderation/moderation.schema.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { writtenPostcode } from "../i18n/postcode.ts";
import { useDay } from "../i18n/use-day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Choices, ErrorSummary, TextField } from "../ui/fields.tsx";
import { EmptyState, Page, Section } from "../ui/page.tsx";
import { Row, Rows } from "../ui/rows.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const t = serverT(moderator.locale, "moderation");
  const asked = new URL(args.request.url).searchParams;
  const form = asked.has("postcode") ? parseForm(addressSearch(moderator.locale), asked) : null;
  const { list, homes } = await asViewer(moderator, async (tx) => ({
    list: await refusals(tx, moderator),
    homes: form?.ok ? await homesToRefuse(tx, moderator, form.value.postcode, form.value.nummer) : null,
  }));
  const errors: Record<string, string> | null = form && !form.ok ? form.errors : homes?.length === 0 ? { postcode: t("refusals.notFound") } : null;
  return { title: t("refusals.title"), list, homes: homes?.length ? homes.map(({ id, line }) => ({ id, line })) : null, errors, values: form?.values ?? {} };
}

export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const t = serverT(moderator.locale, "moderation");
  const typed = await readForm(args.request);
  const search = parseForm(addressSearch(moderator.locale), typed);
  const form = parseForm(refusalSchema, typed);
  if (!search.ok) throw redirect("/beheer/brieven/weigeringen", 303);
  if (!form.ok) return formProblem({ errors: { adres: t("refusals.choose") }, values: form.values });
  const added = await asViewer(moderator, async (tx) => {
    const home = (await homesToRefuse(tx, moderator, search.value.postcode, search.value.nummer)).find(({ id }) => id === form.value.adres);
    if (home) await addRefusal(tx, moderator, home);
    return home !== undefined;
  });
  if (!added) return formProblem({ errors: { adres: t("refusals.choose") }, values: form.values });
  return redirectWithFlash("/beheer/brieven/weigeringen", { text: t("refusals.added") });
}

export default function Refusals() {
  const t = useT("moderation");
  const day = useDay();
  const { list, homes, errors, values } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={t("refusals.title")} intro={t("refusals.intro")} back={{ to: "/beheer/brieven", words: t("newLetters.back") }}>
      <ErrorSummary errors={problem?.errors ?? errors} />
      <Section title={t("refusals.add")}>
        {homes ? (
          <Form method="post" className="flex flex-col gap-5">
            <input type="hidden" name="postcode" value={String(values.postcode ?? "")} />
            <input type="hidden" name="nummer" value={String(values.nummer ?? "")} />
            <Choices name="adres" legend={t("refusals.which")} error={problem?.errors.adres} chosen={homes.length === 1 ? homes[0]!.id : null} choices={homes.map(({ id, line }) => ({ value: id, label: line }))} />
            <Button wide>{t("refusals.action")}</Button>
          </Form>
        ) : (
          <Form className="flex flex-col gap-5" noValidate>
            <TextField name="postcode" label={t("refusals.postcode")} error={errors?.postcode} defaultValue={values.postcode} maxLength={10} className="max-w-48" />
            <TextField name="nummer" label={t("refusals.number")} error={errors?.nummer} defaultValue={values.nummer} maxLength={10} className="max-w-48" />
            <Button look="secondary" wide>
              {t("refusals.search")}
            </Button>
          </Form>
        )}
      </Section>
      <Section title={t("refusals.list")}>
        {list.length ? (
          <Rows>
            {list.map((refusal) => (
              <Row
                key={refusal.id}
                title={`${refusal.line}, ${writtenPostcode(refusal.postcode)}`}
                aside={
                  <Form method="post" action={`/beheer/brieven/weigeringen/${refusal.id}/einde`}>
                    <Button look="secondary">{t("refusals.end")}</Button>
                  </Form>
                }
              >
                {[refusal.neighbourhoodName, t(`refusals.ways.${refusal.way}`), day(refusal.createdAt)].join(" · ")}
              </Row>
            ))}
          </Rows>
        ) : (
          <EmptyState icon={<MailX />} title={t("refusals.none")}>
            {t("refusals.noneText")}
          </EmptyState>
        )}
        <p className="measure text-sm text-ink-soft">{t("refusals.endHint")}</p>
      </Section>
    </Page>
  );
}
