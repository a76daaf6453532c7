import { Fingerprint } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { useT } from "../../i18n/use-t.tsx";
import { PasskeyProblem } from "./passkey-problem.tsx";
import { usePasskey } from "./use-passkey.ts";

/**
 * Shows who one is with a passkey, at `to`. It is there only where the browser can do it, which is known once the page has
 * come alive: it stands last, so that nothing moves.
 */
export function PasskeyButton({ to, back }: { to: "/inloggen/passkey" | "/tweede-stap/passkey"; back: string }) {
  const t = useT("passkeys");
  const { able, busy, begin, problem } = usePasskey({ ask: `${to}/vraag`, send: to, deed: "use" });
  const secondStep = to === "/tweede-stap/passkey";
  if (able === false && secondStep) return <p>{t("use.unable")}</p>;
  if (!able) return null;
  return (
    <section aria-label={t("use.label")} className="flex flex-col gap-3">
      <PasskeyProblem problem={problem} />
      <Button type="button" look="secondary" wide disabled={busy} onClick={() => void begin({ terug: back })}>
        <Fingerprint aria-hidden className="size-5" />
        {t("use.action")}
      </Button>
      <p className="text-sm text-ink-soft">{t(secondStep ? "use.hintSecondStep" : "use.hint")}</p>
    </section>
  );
}
