import { useDay } from "../../i18n/use-day.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Section } from "../../ui/page.tsx";
import type { SignUpMover, SignUpState, StepReason } from "../../../db/schema/purchase-choices.ts";

type Event = { id: string; toState: SignUpState; mover: SignUpMover; reason: StepReason | null; words: string | null; at: Date | string };

/** What happened with a sign-up: each step with who, when and why. Needs `purchases`. */
export function SignUpSteps({ events }: { events: Event[] }) {
  const t = useT("purchases");
  const day = useDay();
  return (
    <Section title={t("mine.steps")}>
      <ol className="flex flex-col gap-2 border-l-4 border-line-strong pl-4">
        {events.map((event) => (
          <li key={event.id}>
            <span className="block font-semibold first-letter:uppercase">{t(`shortStates.${event.toState}`)}</span>
            <span className="block text-sm text-ink-soft">
              {[day(new Date(event.at)), t(`movers.${event.mover}`), event.reason && t(`reasons.${event.reason}`)].filter(Boolean).join(" · ")}
            </span>
            {event.words ? <span className="block break-words">{event.words}</span> : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}
