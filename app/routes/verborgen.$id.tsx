import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { env } from "../env.server.ts";
import { AppealFacts } from "../features/moderation/appeal-facts.tsx";
import { HidingStatement } from "../features/moderation/hiding-statement.tsx";
import { mayObject } from "../features/moderation/may-object.ts";
import { ownHiding } from "../features/moderation/own-hidings.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { contact } from "../http/contact.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const hiding = await asViewer(resident, (tx) => ownHiding(tx, resident, id));
  if (!hiding) throw notFound();
  return {
    ...wordsFor(resident.locale, "decisions"),
    title: serverT(resident.locale, "decisions")("hidden.title"),
    organisation: { name: env().ORGANISATION_NAME, contact: contact() },
    open: mayObject(hiding),
    hiding,
  };
}

export default function Hidden() {
  const t = useT("decisions");
  const { title, hiding, open, organisation } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("hidden.intro")} back={{ to: "/mijn-huis", words: t("hidden.back") }}>
      <HidingStatement hiding={hiding} open={open} organisation={organisation} />
      {hiding.appeal ? <AppealFacts appeal={hiding.appeal} first="hidden" /> : null}
      {open ? (
        <p>
          <ButtonLink to={`/verborgen/${hiding.id}/bezwaar`}>{t("object")}</ButtonLink>
        </p>
      ) : null}
    </Page>
  );
}
