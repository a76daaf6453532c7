import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AppealFacts } from "../features/moderation/appeal-facts.tsx";
import { HidingStatement } from "../features/moderation/hiding-statement.tsx";
import { mayObject } from "../features/moderation/may-object.ts";
import { hiddenPost } from "../features/posts/hidden-post.server.ts";
import { requireOfficial } from "../features/session/guards.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

/** Why a moderator hid what the municipality posted, as a household reads it of what it shares. */
export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args);
  const hiding = await hiddenPost(official, args.params);
  return { ...wordsFor(official.locale, "decisions", "catalogue"), title: serverT(official.locale, "decisions")("hidden.title"), open: mayObject(hiding), hiding };
}

export default function HiddenPost() {
  const t = useT("decisions");
  const { title, hiding, open } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("hidden.introPost")} back={{ to: "/gemeente/toezeggingen", words: t("hidden.backPost") }}>
      <HidingStatement hiding={hiding} open={open} />
      {hiding.appeal ? <AppealFacts appeal={hiding.appeal} first="hidden" /> : null}
      {open ? (
        <p>
          <ButtonLink to={`/gemeente/verborgen/${hiding.id}/bezwaar`}>{t("object")}</ButtonLink>
        </p>
      ) : null}
    </Page>
  );
}
