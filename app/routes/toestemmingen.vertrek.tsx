import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isLastAdult } from "../../db/leaving.server.ts";
import { asViewer } from "../../db/viewer.server.ts";
import { LeaveQuestion } from "../features/privacy/leave-question.tsx";
import { openWhenLeaving } from "../features/privacy/open-when-leaving.server.ts";
import { requestErasure } from "../features/privacy/request-erasure.server.ts";
import { isResident, requireAccount } from "../features/session/guards.server.ts";
import { endSession } from "../features/session/end-session.server.ts";
import { formProblem, formValues } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireAccount(args);
  const { householdId, residentId } = viewer;
  const alone = householdId ? await asViewer(viewer, (tx) => isLastAdult(tx, { householdId, residentId })) : null;
  return { ...wordsFor(viewer.locale, "privacy"), title: serverT(viewer.locale, "privacy")("leaving.title"), alone, open: isResident(viewer) ? await openWhenLeaving(viewer, alone ?? true) : [] };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireAccount(args);
  const form = await readForm(args.request);
  if (form.get("sure[]") !== "yes") {
    return formProblem({ errors: { sure: serverT(viewer.locale, "privacy")("leaving.confirmNeeded") }, values: formValues(form) });
  }
  await requestErasure(viewer);
  return redirect("/vertrokken", { status: 303, headers: { "Set-Cookie": await endSession(args.request) } });
}

export default function Leaving() {
  const t = useT("privacy");
  const { title, alone, open } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("leaving.intro")} back={{ to: "/toestemmingen", words: t("book.title") }}>
      <LeaveQuestion
        words={{
          atOnce: t("leaving.atOnce"),
          open: t("open.title"),
          laterTitle: t("leaving.later"),
          later: t("leaving.laterText"),
          downloadFirst: t("leaving.downloadFirst"),
          download: t("book.download"),
          sure: t("leaving.confirm"),
          submit: t("leaving.submit"),
          stay: t("leaving.keep"),
        }}
        effects={[t("leaving.atOnceText"), ...(alone === null ? [] : [alone ? t("leaving.alone") : t("leaving.notAlone")])]}
        open={open}
        errors={problem?.errors}
        stayAt="/toestemmingen"
      />
    </Page>
  );
}
