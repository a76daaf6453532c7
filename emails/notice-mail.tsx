import type { TFunction } from "i18next";
import { MailSheet } from "./mail-sheet.tsx";

/** One line and a link. Nothing of a neighbour is in it: that is behind the log-in. */
export function NoticeMail(props: { t: TFunction<"mail">; locale: string; words: { subject: string; text: string; action: string; why: string }; link: string }) {
  const { t, locale, words, link } = props;
  return (
    <MailSheet
      locale={locale}
      title={words.subject}
      hello={t("hello")}
      text={words.text}
      action={words.action}
      link={link}
      oddLink={t("oddLink")}
      why={words.why}
      regards={t("regards")}
    />
  );
}
