import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerRoleInvitation, roleInvitationPage } from "../features/roles/role-invitation-page.server.ts";
import { RoleInvitation } from "../features/roles/role-invitation.tsx";
import { allowEveryone, currentViewer } from "../features/session/guards.server.ts";
import { keptLink } from "../features/session/link-cookie.server.ts";
import { pageLocale } from "../features/session/page-locale.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  const page = await roleInvitationPage(keptLink("role", args.request), await currentViewer(args), await pageLocale(args));
  if (page.problem === "leaving") throw redirect("/blijven");
  return page;
}

export async function action(args: ActionFunctionArgs) {
  allowEveryone();
  return answerRoleInvitation(args.request, await currentViewer(args), await pageLocale(args));
}

export default function Invitation() {
  const t = useT("roles");
  const { title, problem, text, invited, consent } = useLoaderData<typeof loader>();
  const wrong = useActionData<typeof action>();
  if (invited) return <RoleInvitation title={title} invited={invited} consent={consent} problem={wrong} />;
  return (
    <Page title={title} intro={text}>
      <ButtonLink wide to={problem === "log_in" ? "/inloggen?terug=/rol&opnieuw=ja" : "/"}>
        {problem === "log_in" ? t("answer.log_in.action") : t("answer.home")}
      </ButtonLink>
    </Page>
  );
}
