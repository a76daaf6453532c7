import { useDay } from "../../i18n/use-day.ts";
import { useT } from "../../i18n/use-t.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";
import { Row, Rows } from "../../ui/rows.tsx";

/** The addresses about which people disagree, for a moderator. */
export function ClaimQueue({ claims }: { claims: { id: string; address: string; at: Date }[] }) {
  const t = useT("vouching");
  const day = useDay();
  return (
    <Section title={t("desk.list")}>
      <p className="measure text-ink-soft">{claims.length ? t("desk.listText") : t("desk.none")}</p>
      {claims.length ? (
        <Rows>
          {claims.map(({ id, address, at }) => (
            <Row
              key={id}
              title={address}
              aside={
                <ButtonLink look="secondary" to={`/beheer/adresvragen/${id}`}>
                  {t("desk.look")}
                </ButtonLink>
              }
            >
              {day(at)}
            </Row>
          ))}
        </Rows>
      ) : null}
    </Section>
  );
}
