import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { Mail, MailOpen, Users } from "lucide-react";
import { chooseLetter, haveLetter } from "../features/households/choose-letter.server.ts";
import { currentSignup } from "../features/households/current-signup.server.ts";
import { wayForm } from "../features/households/join.schema.server.ts";
import { requireAccount } from "../features/session/guards.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Choices, ErrorSummary, StepsLine } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireAccount(args);
  const signup = await currentSignup(viewer.accountId);
  if (!signup) throw redirect("/begin");
  return { ...wordsFor(viewer.locale, "join"), title: serverT(viewer.locale, "join")("way.title"), address: `${signup.address.line}, ${signup.address.place}` };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireAccount(args);
  const form = parseForm(wayForm(viewer.locale), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  if (form.value.manier === "huisgenoot") return redirect("/meedoen/verzoek", 303);
  await (form.value.manier === "code" ? haveLetter(viewer) : chooseLetter(viewer));
  return redirect("/meedoen/code", 303);
}

export default function ChooseWay() {
  const t = useT("join");
  const { title, address } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("way.intro", { address })}>
      <StepsLine step={3} of={4} />
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <Choices
          name="manier"
          legend={t("way.legend")}
          error={problem?.errors.manier}
          choices={[
            { value: "code", label: t("way.have"), hint: t("way.haveHint"), icon: <MailOpen /> },
            { value: "brief", label: t("way.letter"), hint: t("way.letterHint"), icon: <Mail /> },
            { value: "huisgenoot", label: t("way.join"), hint: t("way.joinHint"), icon: <Users /> },
          ]}
        />
        <Button wide>{t("way.action")}</Button>
      </Form>
      <div>
        <ButtonLink look="quiet" to="/meedoen">
          {t("way.wrongAddress")}
        </ButtonLink>
      </div>
    </Page>
  );
}
