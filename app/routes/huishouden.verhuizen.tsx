import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isLastAdult } from "../../db/leaving.server.ts";
import { asViewer } from "../../db/viewer.server.ts";
import { consentText } from "../features/consent/consent-text.server.ts";
import { addressOfHome } from "../features/households/find-addresses.server.ts";
import { chooseWhatStays, leavable } from "../features/households/leave-behind.server.ts";
import { moveOut } from "../features/households/move-out.server.ts";
import { lastMovingDay, movingSchema } from "../features/households/moving.schema.server.ts";
import { MovingFields, PlannedMove } from "../features/households/moving-fields.tsx";
import { movesOn, planMove } from "../features/households/plan-move.server.ts";
import { LeaveQuestion } from "../features/privacy/leave-question.tsx";
import { openWhenLeaving } from "../features/privacy/open-when-leaving.server.ts";
import { today } from "../features/roles/role-days.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { dayInWords } from "../i18n/day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const t = serverT(resident.locale, "household");
  const address = await addressOfHome(resident.dwellingId);
  const found = await asViewer(resident, async (tx) => ({ alone: await isLastAdult(tx, resident), planned: await movesOn(tx, resident), leavable: await leavable(tx, resident) }));
  return {
    ...wordsFor(resident.locale, "household", "catalogue"),
    title: t("moving.title"),
    intro: t("moving.intro", { address: address?.line ?? "" }),
    ...found,
    plannedDay: found.planned && dayInWords(found.planned, resident.locale),
    days: { first: today(), last: lastMovingDay() },
    consent: consentText(resident.locale, { purpose: "leave_behind" }, resident).text,
    open: await openWhenLeaving(resident, found.alone),
    openTitle: serverT(resident.locale, "privacy")("open.title"),
  };
}

/** Ends one's membership of the household: at once, or in the night after the day that was chosen. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const t = serverT(resident.locale, "household");
  const form = parseForm(movingSchema(t), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const { datum: day, blijft } = form.value;
  const now = day === today();
  await asViewer(resident, async (tx) => {
    await chooseWhatStays(tx, resident, blijft);
    if (!now) await planMove(tx, resident, day);
  });
  if (!now) return redirectWithFlash("/huishouden/verhuizen", { text: t("moving.planned", { day: dayInWords(day, resident.locale) }), undo: { action: "/huishouden/verhuizen/afzegging", label: t("moving.cancel") } });
  await moveOut(resident);
  return redirect("/verhuisd", 303);
}

export default function MovingOut() {
  const t = useT("household");
  const { title, intro, alone, open, openTitle, planned, plannedDay, leavable: measures, days, consent } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={title} intro={intro} back={{ to: "/huishouden", words: t("back") }}>
      {plannedDay ? <PlannedMove day={plannedDay} left={measures.filter(({ stays }) => stays).length} /> : null}
      <LeaveQuestion
        words={{
          atOnce: t("moving.atOnce"),
          open: openTitle,
          laterTitle: t("moving.later"),
          later: t("moving.laterText"),
          downloadFirst: t("moving.downloadFirst"),
          download: t("moving.download"),
          asks: planned ? t("moving.change") : t("moving.confirmTitle"),
          sure: t("moving.confirm"),
          submit: planned ? t("moving.changeAction") : t("moving.action"),
          stay: planned ? t("moving.asItIs") : t("moving.keep"),
        }}
        effects={[alone ? t("moving.alone") : t("moving.notAlone")]}
        open={open}
        errors={problem?.errors}
        stayAt="/huishouden"
      >
        <MovingFields days={days} planned={planned} leavable={measures} consent={consent} problem={problem} />
      </LeaveQuestion>
    </Page>
  );
}
