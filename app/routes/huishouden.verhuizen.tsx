import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isLastAdult } from "../../db/leaving.server.ts";
import { asViewer } from "../../db/viewer.server.ts";
import { addressOfHome } from "../features/households/find-addresses.server.ts";
import { moveOut } from "../features/households/move-out.server.ts";
import { LeaveQuestion } from "../features/privacy/leave-question.tsx";
import { openWhenLeaving } from "../features/privacy/open-when-leaving.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { formProblem, formValues } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const t = serverT(resident.locale, "household");
  const address = await addressOfHome(resident.dwellingId);
  const alone = await asViewer(resident, (tx) => isLastAdult(tx, resident));
  return {
    ...wordsFor(resident.locale, "household"),
    title: t("moving.title"),
    intro: t("moving.intro", { address: address?.line ?? "" }),
    alone,
    open: await openWhenLeaving(resident, alone),
    openTitle: serverT(resident.locale, "privacy")("open.title"),
  };
}

/** Ends one's membership of the household. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const form = await readForm(args.request);
  if (form.get("sure[]") !== "yes") return formProblem({ errors: { sure: serverT(resident.locale, "household")("moving.confirmNeeded") }, values: formValues(form) });
  await moveOut(resident);
  return redirect("/verhuisd", 303);
}

export default function MovingOut() {
  const t = useT("household");
  const { title, intro, alone, open, openTitle } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={intro} back={{ to: "/huishouden", words: t("back") }}>
      <LeaveQuestion
        words={{
          atOnce: t("moving.atOnce"),
          open: openTitle,
          laterTitle: t("moving.later"),
          later: t("moving.laterText"),
          downloadFirst: t("moving.downloadFirst"),
          download: t("moving.download"),
          sure: t("moving.confirm"),
          submit: t("moving.action"),
          stay: t("moving.keep"),
        }}
        effects={[alone ? t("moving.alone") : t("moving.notAlone")]}
        open={open}
        error={problem?.errors.sure}
        stayAt="/huishouden"
      />
    </Page>
  );
}
