import { Form, Link } from "@remix-run/react";
import { dayInWords } from "../../../i18n/day.ts";
import { useLocale, useT } from "../../../i18n/use-t.tsx";
import { Button } from "../../../ui/button.tsx";
import { SelectField } from "../../../ui/fields.tsx";
import type { BoardColumn, BoardSignUp } from "./board.server.ts";
import { targetsOf } from "./moderator-steps.ts";

/**
 * One state of the board: who stands there, and the step that can be made with those that are ticked.
 * Needs the words of "purchaseDesk".
 * @param alone shown by itself, so that there is no way to it
 */
export function Column({ purchaseId, column, alone }: { purchaseId: string; column: BoardColumn; alone: boolean }) {
  const t = useT("purchaseDesk");
  const { state, count, signUps } = column;
  const targets = targetsOf(state);
  const id = `kolom-${state}`;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3 rounded-card border border-line bg-surface p-4">
      <div className="flex items-baseline justify-between gap-2">
        <h3 id={id} className="text-lg">{t(`signUpStates.${state}`)}</h3>
        <span className="font-semibold tabular-nums">{count}</span>
      </div>
      <Form method="get" action={`/beheer/inkopen/${purchaseId}/stappen`} className="flex flex-col gap-3">
        <input type="hidden" name="van" value={state} />
        <ul className="divide-y divide-line">
          {signUps.map((signUp) => <SignUpRow key={signUp.id} signUp={signUp} choose={targets.length > 0} />)}
        </ul>
        {targets.length > 0 ? (
          <div className="flex flex-col gap-2">
            <SelectField label={t("board.to")} name="naar" id={`naar-${state}`}>
              {targets.map((target) => <option key={target} value={target}>{t(`signUpStates.${target}`)}</option>)}
            </SelectField>
            <Button look="secondary">{t("board.preview")}<span className="sr-only">: {t(`signUpStates.${state}`)}</span></Button>
          </div>
        ) : null}
      </Form>
      {!alone && count > signUps.length ? (
        <Link to={`/beheer/inkopen/${purchaseId}?stap=${state}`} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
          {t("board.all", { count })}<span className="sr-only">: {t(`signUpStates.${state}`)}</span>
        </Link>
      ) : null}
    </section>
  );
}

function SignUpRow({ signUp, choose }: { signUp: BoardSignUp; choose: boolean }) {
  const t = useT("purchaseDesk");
  return (
    <li className="flex items-start gap-1 py-1">
      {choose ? (
        <span className="flex size-11 shrink-0 items-center justify-center">
          <input type="checkbox" name="wie[]" value={signUp.id} aria-label={t("board.choose", { reference: signUp.reference })} className="size-5 accent-(--garden)" />
        </span>
      ) : null}
      <div className="min-w-0 flex-1">
        <Link to={`/beheer/inkopen/aanmelding/${signUp.id}`} className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4">{signUp.reference}</Link>
        <p className="text-sm text-ink-soft"><SignUpLine signUp={signUp} /></p>
      </div>
    </li>
  );
}

/** The home of a sign-up and what is planned with it, in one line. */
export function SignUpLine({ signUp }: { signUp: BoardSignUp }) {
  const t = useT("purchaseDesk");
  const locale = useLocale();
  const day = (at: Date | string) => dayInWords(at, locale);
  const { home, party, homes, movedAt, visitOn, plannedOn, heldUntil, reason, state } = signUp;
  const parts = [
    home ?? t("board.erased"),
    party === "association" ? t("board.association", { homes: t("rules.homes", { count: homes }) }) : party === "tenant" ? t("board.tenant") : null,
    t("board.since", { day: day(movedAt) }),
    visitOn && ["interest", "suitability", "suitable"].includes(state) ? t("board.visit", { day: day(visitOn) }) : null,
    plannedOn && state === "planned" ? t("board.planned", { day: day(plannedOn) }) : null,
    heldUntil ? t("board.held", { day: day(heldUntil) }) : null,
    reason ? t(`reasons.${reason}`) : null,
  ];
  return <>{parts.filter(Boolean).join(" · ")}</>;
}
