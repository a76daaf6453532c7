import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { acceptInvitation, lookAtInvitation } from "../features/households/accept-invitation.server.ts";
import { allowEveryone, currentViewer } from "../features/session/guards.server.ts";
import { forgetLink, keptLink } from "../features/session/link-cookie.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Choices, ErrorSummary } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  const locale = await pageLocale(args);
  const t = serverT(locale, "household");
  const found = await lookAtInvitation(keptLink("invitation", args.request), await currentViewer(args));
  if (found === "leaving") throw redirect("/blijven");
  const problem = typeof found === "string" ? found : null;
  return {
    ...wordsFor(locale, "household"),
    title: problem ? t(`invitation.${problem}.title`) : t("invitation.title"),
    text: typeof found === "string" ? t(`invitation.${found}.text`) : t("invitation.text", found),
    problem,
  };
}

export async function action(args: ActionFunctionArgs) {
  allowEveryone();
  const words = serverT(await pageLocale(args), "household");
  const form = parseForm(z.object({ klopt: z.literal("ja", { message: words("invitation.ageEmpty") }) }), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const accepted = await acceptInvitation(keptLink("invitation", args.request), await currentViewer(args), args.request);
  if (typeof accepted === "string") return redirect("/uitnodiging", 303);
  const headers = new Headers([["Set-Cookie", forgetLink("invitation")]]);
  if (accepted.setCookie) headers.append("Set-Cookie", accepted.setCookie);
  return redirect("/welkom", { status: 303, headers });
}

export default function Invitation() {
  const t = useT("household");
  const { title, text, problem } = useLoaderData<typeof loader>();
  const wrong = useActionData<typeof action>();
  return (
    <Page title={title} intro={text}>
      {problem ? (
        <ButtonLink wide to={problem === "log_in" ? "/inloggen?terug=/uitnodiging" : "/"}>
          {problem === "log_in" ? t("invitation.log_in.action") : t("invitation.home")}
        </ButtonLink>
      ) : (
        <>
          <ErrorSummary errors={wrong?.errors} />
          <Form method="post" className="flex flex-col gap-6">
            <Choices several name="klopt" legend={t("invitation.legend")} error={wrong?.errors.klopt} choices={[{ value: "ja", label: t("invitation.age") }]} />
            <Button wide>{t("invitation.action")}</Button>
          </Form>
        </>
      )}
    </Page>
  );
}
