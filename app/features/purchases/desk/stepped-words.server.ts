import type { DeskWords } from "./concept.schema.server.ts";
import type { Target } from "./moderator-steps.ts";
import type { SteppedMany } from "./step-many.server.ts";

const mostNamed = 5;

/** What became of a step, in one line: how many made it, and of those that did not which and why. */
export function saidOf(t: DeskWords, { done, refused, elsewhere }: SteppedMany, to: Target): string {
  const whys = [...new Set(refused.map(({ why }) => why))];
  return [
    t("steps.done", { count: done, to: t(`signUpStates.${to}`) }),
    ...(elsewhere > 0 ? [t("steps.moved", { count: elsewhere })] : []),
    ...whys.map((why) => {
      const named = refused.filter((each) => each.why === why).map(({ reference }) => reference);
      return t("steps.notDone", { references: `${named.slice(0, mostNamed).join(", ")}${named.length > mostNamed ? ", …" : ""}`, why: t(`steps.why.${why}`) });
    }),
  ].join(" ");
}
