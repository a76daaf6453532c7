import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { claimSchema } from "../features/addresses/claim.schema.server.ts";
import { ClaimDecision, ClaimFacts } from "../features/addresses/claim-decision.tsx";
import { claimToDecide, decideClaim } from "../features/addresses/claims-to-decide.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ErrorSummary } from "../ui/fields.tsx";
import { Card, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  const claim = await asViewer(moderator, (tx) => claimToDecide(tx, id));
  if (!claim) throw notFound();
  return { ...wordsFor(moderator.locale, "vouching"), title: serverT(moderator.locale, "vouching")("desk.title"), claim };
}

export async function action(args: ActionFunctionArgs) {
  const moderator = await requireModerator(args);
  const id = idIn(args.params);
  if (!(await asViewer(moderator, (tx) => claimToDecide(tx, id)))) throw notFound();
  const t = serverT(moderator.locale, "vouching");
  const form = parseForm(claimSchema(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const { outcome, reason, onwaar } = form.value;
  const done = await asViewer(moderator, (tx) => decideClaim(tx, id, { outcome, reason, falseVouch: onwaar.includes("ja") }));
  if (!done) throw notFound();
  return redirectWithFlash("/beheer/adressen", { text: done === outcome ? t("desk.done") : t(`desk.problem.${done as "own" | "decided" | "too_soon"}`) });
}

export default function DecideClaim() {
  const t = useT("vouching");
  const { title, claim } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("desk.intro")} back={{ to: "/beheer/adressen", words: t("desk.back") }}>
      <ErrorSummary errors={problem?.errors} />
      <ClaimFacts claim={claim} />
      {claim.problem ? (
        <Card tone="sky">
          <p className="measure">{t(`desk.problem.${claim.problem}`)}</p>
          {claim.reason ? <p className="measure mt-2 whitespace-pre-line break-words">{claim.reason}</p> : null}
        </Card>
      ) : (
        <ClaimDecision claim={claim} errors={problem?.errors} values={problem?.values} />
      )}
    </Page>
  );
}
