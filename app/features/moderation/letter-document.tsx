import type { TFunction } from "i18next";
import { dayInWords } from "../../i18n/day.ts";
import { noticeLetter } from "../addresses/notice-letter.ts";
import { Logo } from "../../ui/logo.tsx";
import { QrCode } from "../../ui/qr-code.tsx";

export type LetterOnPaper = {
  kind: "code" | "notice";
  id: string;
  locale: string;
  addressLines: readonly string[];
  neighbourhoodName: string;
  code: string;
  /** Where the code is typed. */
  url: string;
  qr: { size: number; path: string };
  validUntil: Date;
};

export type Letterhead = { name: string; address: string; phone: string; email: string; siteUrl: string };

type T = TFunction<"moderation">;
const spoken = (url: string) => url.replace(/^https?:\/\//, "").replace(/\/$/, "");

/**
 * One A4. The address stands where a DL envelope (110 × 220 mm) with a window at the left (30 × 90 mm or larger, 20 mm
 * from the left, 15 to 20 mm from the bottom) always shows it, wherever in the envelope the sheet slides: between 62 and
 * 79 mm from the top. Nothing else is near, the code least of all: that is below the first fold, at 99 mm.
 */
export function LetterSheet(props: { letter: LetterOnPaper; from: Letterhead; today: Date; t: T; words: TFunction<"vouching"> }) {
  const { letter, from, today, t, words } = props;
  return (
    <article className="sheet" lang={letter.locale}>
      <header className="head">
        <Logo className="logo" />
        <p>
          <strong>{from.name}</strong>
          {from.address ? <span>{from.address}</span> : null}
          <span>{[from.phone, from.email, spoken(from.siteUrl)].filter(Boolean).join(" · ")}</span>
        </p>
      </header>
      <address className="address">
        <span>{t("letter.to")}</span>
        {letter.addressLines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </address>
      <p className="date">{dayInWords(today, letter.locale)}</p>
      <i className="fold first" />
      <i className="fold second" />
      {letter.kind === "notice" ? <NoticeText letter={letter} from={from} words={words} /> : <CodeText letter={letter} from={from} t={t} />}
    </article>
  );
}

/** The letter that tells an address of somebody who says to live there. */
function NoticeText({ letter, from, words }: { letter: LetterOnPaper; from: Letterhead; words: TFunction<"vouching"> }) {
  const { subject, hello, paragraphs, codeTitle, regards } = noticeLetter(words, letter);
  return (
    <div className="text">
      <h2>{subject}</h2>
      <p>{hello}</p>
      {paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <section className="proof">
        <div>
          <h3>{codeTitle}</h3>
          <p className="code">{letter.code}</p>
        </div>
      </section>
      <p>
        {regards}
        <br />
        {from.name}
      </p>
    </div>
  );
}

function CodeText({ letter, from, t }: { letter: LetterOnPaper; from: Letterhead; t: T }) {
  const url = spoken(letter.url);
  const site = spoken(from.siteUrl);
  return (
    <div className="text">
      <h2>{t("letter.subject", { neighbourhood: letter.neighbourhoodName })}</h2>
      <p>{t("letter.hello")}</p>
      <p>{t("letter.why", { neighbourhood: letter.neighbourhoodName })}</p>
      <section className="proof">
        <div>
          <h3>{t("letter.yourCode")}</h3>
          <p className="code">{letter.code}</p>
          <p>{t("letter.validUntil", { date: dayInWords(letter.validUntil, letter.locale) })}</p>
        </div>
        <QrCode qr={letter.qr} label={t("letter.qrLabel", { url })} className="qr" />
      </section>
      <section>
        <h3>{t("letter.howTitle")}</h3>
        <ol>
          <li>{t("letter.how1", { url })}</li>
          <li>{t("letter.how2")}</li>
          <li>{t("letter.how3")}</li>
        </ol>
      </section>
      <div className="columns">
        <section>
          <h3>{t("letter.noTitle")}</h3>
          <p>{t("letter.no")}</p>
          <p>{t("letter.stranger")}</p>
        </section>
        <section>
          <h3>{t("letter.help")}</h3>
          <p>{help(from, t)}</p>
          <p>
            {t("letter.regards")}
            <br />
            {from.name}
          </p>
        </section>
      </div>
      <footer>
        <p>{t("letter.privacy", { url: `${site}/privacy` })}</p>
        <p lang={letter.locale === "nl" ? "en" : "nl"}>{t("letter.otherLanguage", { url: site })}</p>
      </footer>
    </div>
  );
}

function help({ phone, email }: Letterhead, t: T): string {
  if (phone && email) return t("letter.helpBoth", { phone, email });
  if (phone) return t("letter.helpPhone", { phone });
  return email ? t("letter.helpEmail", { email }) : t("letter.helpPost");
}
