import { ButtonLink } from "../../ui/button.tsx";
import { useDay } from "../../i18n/use-day.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Card } from "../../ui/page.tsx";
import type { OwnPasskey } from "./list-passkeys.server.ts";

/** One's own passkeys, each with a way to remove it. */
export function PasskeyList({ passkeys }: { passkeys: OwnPasskey[] }) {
  const t = useT("passkeys");
  const day = useDay();
  return (
    <ul className="flex flex-col gap-3">
      {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
        <li key={id}>
          <Card>
            <div className="flex flex-wrap items-center justify-between gap-3">
              <div className="min-w-0">
                <p className="font-semibold break-words">{name}</p>
                <p className="text-sm text-ink-soft">
                  {lastUsedAt ? t("madeAndUsed", { made: day(createdAt), used: day(lastUsedAt) }) : t("madeOnly", { made: day(createdAt) })}
                </p>
              </div>
              <ButtonLink look="secondary" to={`/passkeys/${id}/verwijdering`} aria-label={t("remove.label", { name })}>
                {t("remove.link")}
              </ButtonLink>
            </div>
          </Card>
        </li>
      ))}
    </ul>
  );
}
