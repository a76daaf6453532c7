import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { BellRing, Clock, Hand, Lightbulb } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { chooseInvolvement } from "../features/households/choose-involvement.server.ts";
import { finishWelcome } from "../features/households/finish-welcome.server.ts";
import { involvementForm } from "../features/households/welcome.schema.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Choices, ErrorSummary, StepsLine } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const { locale, involvement, welcomed } = await requireResident(args);
  return { ...wordsFor(locale, "join"), title: serverT(locale, "join")("welcome.involvementTitle"), involvement, welcomed };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const form = parseForm(involvementForm(resident.locale), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const { meedoen: involvement } = form.value;
  const notNow = involvement === "not_now";
  await asViewer(resident, async (tx) => {
    await chooseInvolvement(tx, resident, involvement);
    // Who says "not now" isn't asked anything else.
    if (notNow && !resident.welcomed) await finishWelcome(tx, resident);
  });
  const t = serverT(resident.locale, "join");
  if (resident.welcomed) return redirectWithFlash("/instellingen", { text: t("welcome.saved") });
  return notNow ? redirectWithFlash("/kaart", { text: t("welcome.done") }) : redirect("/welkom/naam", 303);
}

const icons = { join_in: <Hand />, think_along: <Lightbulb />, informed: <BellRing />, not_now: <Clock /> };

export default function ChooseInvolvement() {
  const t = useT("join");
  const { title, involvement, welcomed } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("welcome.involvementIntro")} back={welcomed ? { to: "/instellingen", words: t("welcome.settings") } : undefined}>
      {welcomed ? null : <StepsLine step={2} of={4} />}
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <Choices
          name="meedoen"
          legend={t("welcome.involvementLegend")}
          error={problem?.errors.meedoen}
          chosen={involvement}
          choices={(["join_in", "think_along", "informed", "not_now"] as const).map((value) => ({ value, label: t(`welcome.${value}`), hint: t(`welcome.${value}Hint`), icon: icons[value] }))}
        />
        <Button wide>{t(welcomed ? "welcome.save" : "welcome.next")}</Button>
      </Form>
    </Page>
  );
}
