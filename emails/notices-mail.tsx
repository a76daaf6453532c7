import { Link, Section, Text } from "@react-email/components";
import type { TFunction } from "i18next";
import { MailSheet } from "./mail-sheet.tsx";

type Props = {
  t: TFunction<"mail">;
  locale: string;
  digest: boolean;
  title: string;
  /** The lines of the mail: how many of what. */
  lines: string;
  link: string;
  /** Where mail is chosen, and where it is turned off. */
  settings: string;
  stop: string;
};

/** How many of what happened, and a link. Nothing of a neighbour is in it: that is behind the log-in. */
export function NoticesMail({ t, locale, digest, title, lines, link, settings, stop }: Props) {
  const kind = digest ? "digest" : "atOnce";
  return (
    <MailSheet
      locale={locale}
      title={title}
      hello={t("hello")}
      text={t(`notices.${kind}.text`)}
      lead={<Section>{lines}</Section>}
      action={t(`notices.${kind}.action`)}
      link={link}
      oddLink={t("oddLink")}
      why={t(`notices.${kind}.why`)}
      regards={t("regards")}
    >
      <Text style={small}>
        <Link href={settings} style={green}>
          {t("notices.settings")}
        </Link>
        {" · "}
        <Link href={stop} style={green}>
          {t(`notices.${kind}.stop`)}
        </Link>
      </Text>
    </MailSheet>
  );
}

const small = { color: "#55605a", fontSize: 14, lineHeight: "21px", margin: "0 0 14px" };
const green = { color: "#1f6b45" };
