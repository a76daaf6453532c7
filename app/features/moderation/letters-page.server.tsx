import { renderToStaticMarkup } from "react-dom/server";
import type { Locale } from "../../../db/schema/auth.ts";
import { serverT } from "../../i18n/words.server.ts";
import { type Letterhead, type LetterOnPaper, LetterSheet } from "./letter-document.tsx";
import letterStyle from "./letter.css?url";

const printOnClick = `document.querySelector("button").addEventListener("click", () => window.print())`;

/**
 * A page of its own with letters, one A4 each, and a bar above them that isn't printed. It holds codes: it is made for
 * one answer, and neither the server nor the browser keeps it.
 * @param leftOut how many of the chosen letters are not there
 */
export function lettersPage({ letters, leftOut, from, locale, nonce }: { letters: readonly LetterOnPaper[]; leftOut: number; from: Letterhead; locale: Locale; nonce: string }): Response {
  const t = serverT(locale, "moderation");
  const today = new Date();
  const html = renderToStaticMarkup(
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{t("letter.pageTitle")}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={letterStyle} />
      </head>
      <body>
        <nav className="bar" aria-label={t("letter.pageTitle")}>
          <a href="/beheer/brieven">{t("letter.close")}</a>
          <h1>{t("letter.count", { count: letters.length })}</h1>
          <p>
            {leftOut ? t("letter.leftOut", { count: leftOut }) : null} {t("letter.instruction")}
          </p>
          <button type="button">{t("letter.print")}</button>
        </nav>
        <main>
          {letters.map((letter) => (
            <LetterSheet key={letter.id} letter={letter} from={from} today={today} t={serverT(letter.locale === "en" ? "en" : "nl", "moderation")} words={serverT(letter.locale === "en" ? "en" : "nl", "vouching")} />
          ))}
        </main>
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: printOnClick }} />
      </body>
    </html>,
  );
  return new Response(`<!doctype html>${html}`, { headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "private, no-store" } });
}
