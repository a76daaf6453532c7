import { Link, Text } from "@react-email/components";
import type { TFunction } from "i18next";
import { MailSheet } from "./mail-sheet.tsx";

type Props = {
  t: TFunction<"mail">;
  locale: string;
  purpose: "log_in" | "sign_up" | "change_email" | "confirm_waiting";
  link: string;
  code: string;
  /** Where one leaves the waiting list again. */
  stop?: string;
};

/** A link, and a code for who reads mail on another device than the one that asked. */
export function ProofMail({ t, locale, purpose, link, code, stop }: Props) {
  return (
    <MailSheet
      locale={locale}
      title={t(`proof.${purpose}.subject`)}
      hello={t("hello")}
      text={t(`proof.${purpose}.text`)}
      action={t(`proof.${purpose}.action`)}
      link={link}
      oddLink={t("oddLink")}
      why={t(`proof.${purpose}.why`)}
      regards={t("regards")}
    >
      <Text style={{ fontSize: 17, lineHeight: "26px", margin: "0 0 6px" }}>{t("code")}</Text>
      <Text style={{ fontFamily: "Consolas, Menlo, monospace", fontSize: 30, fontWeight: 700, letterSpacing: 3, lineHeight: "40px", margin: "0 0 10px" }}>{code}</Text>
      <Text style={small}>{t("tenMinutes")}</Text>
      {stop ? (
        <Text style={small}>
          {t("waitingStop")}{" "}
          <Link href={stop} style={{ color: "#1f6b45", wordBreak: "break-all" }}>
            {stop}
          </Link>
        </Text>
      ) : null}
    </MailSheet>
  );
}

const small = { color: "#55605a", fontSize: 14, lineHeight: "21px", margin: "0 0 14px" };
