import { Form, Link } from "@remix-run/react";
import { IdCard } from "lucide-react";
import { useT } from "../../i18n/use-t.tsx";
import { Button, Unseen } from "../../ui/button.tsx";
import { EmptyState, Page } from "../../ui/page.tsx";
import type { OwnRole } from "./own-roles.server.ts";
import { RolePowers } from "./role-powers.tsx";
import { useRoleDays, useRoleInWords } from "./role-words.tsx";

/** The roles of who is logged in; a contact person stops here with one press. Needs `roles`. */
export function OwnRoles({ title, roles, displayName, streetName }: { title: string; roles: OwnRole[]; displayName: string | null; streetName: string | null }) {
  const t = useT("roles");
  const common = useT("common");
  const inWords = useRoleInWords();
  const days = useRoleDays();
  return (
    <Page title={title} intro={t("mine.intro")} back={{ to: "/meer", words: common("nav.more") }}>
      {roles.length === 0 ? (
        <EmptyState icon={<IdCard />} title={t("mine.none")}>
          {t("mine.noneText")}
        </EmptyState>
      ) : null}
      {roles.map((role) => (
        <section key={role.id} className="flex flex-col gap-3">
          <h2 className="text-xl first-letter:uppercase">{inWords(role)}</h2>
          <p className="text-ink-soft">{[role.manager, days(role)].filter(Boolean).join(" · ")}</p>
          <RolePowers role={role.role} />
          {role.role === "contact_person" ? (
            <>
              <p>{role.shown ? (displayName ? t("mine.shownAs", { name: displayName }) : t("mine.shownNameless", { street: streetName ?? "" })) : t("mine.notShown")}</p>
              <div className="flex flex-wrap items-center gap-3">
                <Form method="post" action={`/mijn-rollen/${role.id}/naam`}>
                  <Button look="secondary" name="tonen" value={role.shown ? "nee" : "ja"}>
                    {t(role.shown ? "mine.hide" : "mine.show")}
                    <Unseen>: {inWords(role)}</Unseen>
                  </Button>
                </Form>
                <Form method="post" action={`/mijn-rollen/${role.id}/einde`}>
                  <Button look="danger">
                    {t("mine.stop")}
                    <Unseen>: {inWords(role)}</Unseen>
                  </Button>
                </Form>
                <Link to="/welkom/naam" className="inline-flex min-h-11 items-center underline underline-offset-4">
                  {t("mine.changeName")}
                </Link>
              </div>
            </>
          ) : role.role === "property_manager" ? (
            <div className="flex flex-wrap items-center gap-3">
              <Link to="/verzoeken-aan-mij" className="inline-flex min-h-11 items-center underline underline-offset-4">
                {t("mine.requests")}
              </Link>
              <Form method="post" action={`/mijn-rollen/${role.id}/einde`}>
                <Button look="danger">
                  {t("mine.stopManaging")}
                  <Unseen>: {inWords(role)}</Unseen>
                </Button>
              </Form>
            </div>
          ) : (
            <p>
              <Link to={role.role === "moderator" ? "/beheer/rollen" : "/gemeente/rollen"} className="inline-flex min-h-11 items-center underline underline-offset-4">
                {t("mine.desk")}
              </Link>
            </p>
          )}
        </section>
      ))}
    </Page>
  );
}
