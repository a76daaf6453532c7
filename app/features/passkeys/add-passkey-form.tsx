import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/fields.tsx";
import { useT } from "../../i18n/use-t.tsx";
import { PasskeyProblem } from "./passkey-problem.tsx";
import { usePasskey } from "./use-passkey.ts";

/** Makes a passkey on this device, with a name to tell it from others. */
export function AddPasskeyForm({ name, back }: { name: string; back: string }) {
  const t = useT("passkeys");
  const { able, busy, begin, problem } = usePasskey({ ask: "/passkeys/vraag", send: "/passkeys", deed: "make" });
  if (able === null) return <noscript>{t("add.withoutScript")}</noscript>;
  if (!able) return <p>{t("trouble.unable")}</p>;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void begin({ name: String(new FormData(event.currentTarget).get("name")), terug: back });
      }}
    >
      <PasskeyProblem problem={problem} />
      <TextField name="name" label={t("add.name")} hint={t("add.nameHint")} defaultValue={name} maxLength={60} autoComplete="off" required />
      <Button wide disabled={busy}>
        {t("add.action")}
      </Button>
    </form>
  );
}
