import type { Locale } from "../../../db/schema/auth.ts";
import { qrPath } from "../../http/qr-path.server.ts";
import { dayInWords } from "../../i18n/day.ts";
import { serverT } from "../../i18n/words.server.ts";
import { noticeLetter } from "../addresses/notice-letter.ts";
import { inFont, type LetterFont, type LetterPdf, mm } from "./letter-pdf.server.ts";
import type { Letterhead, LetterSheet } from "./letter-sheet.ts";

const ink = "#1d2822";
const garden = "#24613f";
const line = "#857d6c";
const left = 22;
const width = 166;

/**
 * Where the address stands, in millimetres of the sheet. Dutch window envelopes of size DL (ISO 269: 110 × 220 mm) have the
 * window at the left: 30 × 90 to 35 × 100 mm, 20 mm from the left and 15 to 20 mm from the bottom. A sheet folded in three
 * (99 mm) slides 11 mm up and 10 mm sideways in it; these places show through the window wherever it slides, with at most
 * the upper millimetres covered by the lowest windows. Nothing else of the letter comes into the window, the code least of all: it is below the
 * first fold.
 */
export const addressBox = { top: 62.5, left: 25, width: 75, lineHeight: 5.2 } as const;
/** Everything that any such window may show. */
export const windowArea = { top: 49, bottom: 95, left: 10, right: 120 } as const;

type Style = { font?: LetterFont; size?: number; color?: string; gap?: number; lineGap?: number; tag?: "P" | "H1" | "H2"; spacing?: number };

/** Adds a sheet to the document. The page of the QR is one for all: no code is in an address that a phone remembers. */
export function drawLetter({ doc }: LetterPdf, letter: LetterSheet, from: Letterhead, today: Date): void {
  const t = serverT(letter.locale, "letter");
  const day = (date: Date) => dayInWords(date, letter.locale);
  const invitation = letter.kind === "invitation";
  const notice = letter.kind === "notice" ? noticeLetter(serverT(letter.locale, "vouching"), { url: `${spoken(from.siteUrl)}${pageOf(letter)}`, validUntil: letter.validUntil, locale: letter.locale }) : null;
  const paper = letter.kind === "paper";
  const site = spoken(from.siteUrl);
  const page = `${site}${pageOf(letter)}`;
  doc.addPage();
  const sheet = doc.struct("Sect", { title: letter.addressLines.join(", "), lang: letter.locale } as never);
  doc.addStructure(sheet);
  const measure = (text: string, wide: number, { font = "text", size = 10.5, lineGap = 1.2, spacing = 0 }: Style) =>
    doc.font(font).fontSize(size).heightOfString(text, { width: mm(wide), lineGap, characterSpacing: spacing }) / mm(1);
  /** Writes from (x, y) on, in millimetres. @returns where it ends */
  const write = (words: string, x: number, y: number, wide: number, style: Style = {}): number => {
    const { font = "text", size = 10.5, color = ink, gap = 1.6, lineGap = 1.2, tag = "P", spacing = 0 } = style;
    const text = inFont(words);
    const height = measure(text, wide, style);
    sheet.add(doc.struct(tag, {}, [() => void doc.font(font).fontSize(size).fillColor(color).text(text, mm(x), mm(y), spacing ? { lineBreak: false, characterSpacing: spacing } : { width: mm(wide), lineGap })]));
    return y + height + gap;
  };
  const drawn = (draw: () => unknown) => {
    doc.markContent("Artifact", { type: "Layout" });
    draw();
    doc.endMarkedContent();
  };
  const rule = (x: number, y: number, wide: number) => drawn(() => doc.lineWidth(0.5).strokeColor(line).moveTo(mm(x), mm(y)).lineTo(mm(x + wide), mm(y)).stroke());
  const heading = (words: string, x: number, y: number, wide: number) => write(words, x, y, wide, { font: "heading", size: 12, tag: "H2", gap: 0.6 });

  let y = write(from.name, left, 14, width, { font: "heading", size: 15, color: garden, gap: 0.4 });
  y = from.address ? write(from.address, left, y, width, { size: 9, gap: 0 }) : y;
  write([from.phone, from.email, site].filter(Boolean).join(" · "), left, y, width, { size: 9 });
  [t("to"), ...letter.addressLines].forEach((words, index) => {
    // A long line gets smaller letters: on two lines it would run out of the window.
    const wide = doc.font("text").fontSize(11).widthOfString(inFont(words)) / mm(1);
    const size = 11 * Math.min(1, (addressBox.width - 0.5) / wide);
    write(words, addressBox.left, addressBox.top + index * addressBox.lineHeight, addressBox.width, { size, gap: 0, lineGap: 0 });
  });
  for (const fold of [99, 198]) rule(5, fold, 4);

  y = write(day(today), left, 101.5, width, { size: 9, gap: 1 });
  y = write(notice?.subject ?? t(invitation ? "subjectInvitation" : paper ? "subjectPaper" : "subject", { neighbourhood: letter.neighbourhoodName }), left, y, width, { font: "heading", size: 16, tag: "H1", gap: 1.6 });
  const about = { organisation: from.name, neighbourhood: letter.neighbourhoodName };
  for (const words of notice ? [notice.hello, ...notice.paragraphs] : invitation ? [t("hello"), t("who", about), t("why", about)] : [t("hello"), t(paper ? "onPaper" : "requested", about)]) y = write(words, left, y, width);

  const box = { top: y + 0.6, height: 36 };
  drawn(() => doc.lineWidth(1.4).strokeColor(garden).roundedRect(mm(left), mm(box.top), mm(width), mm(box.height), mm(3)).stroke());
  y = write(notice?.codeTitle ?? t(invitation ? "codeOfAddress" : "yourCode"), left + 6, box.top + 5, 110, { font: "heading", size: 12, tag: "H2", gap: 0.5 });
  y = write(letter.code, left + 6, y, 120, { font: "bold", size: 32, spacing: 1, gap: 0.5 });
  write(t("validUntil", { date: day(letter.validUntil) }), left + 6, y, 110);
  const qr = qrPath(new URL(pageOf(letter), from.siteUrl).href);
  const side = box.height - 3;
  sheet.add(doc.struct("Figure", { alt: t("qrLabel", { url: page }) }, [
    () => void doc.save().translate(mm(left + width - side - 1.5), mm(box.top + 1.5)).scale(mm(side) / qr.size).path(qr.path).fill("#000000").restore(),
  ]));

  y = box.top + box.height + 4;
  if (!notice) y = heading(t("howTitle"), left, y, width);
  const steps = notice ? [] : invitation ? [t("howInvitation1", { url: page }), t("howInvitation2"), t("howInvitation3")] : [t("how1", { url: page }), t(paper ? "howInvitation2" : "how2"), t(paper ? "howPaper3" : "how3")];
  steps.forEach((words, index) => {
    y = write(`${index + 1}. ${words}`, left, y, width, { gap: 0.3 });
  });
  y += 2.4;
  const refuse = { url: `${site}/geen-brieven`, phone: from.phone };
  let no = notice ? y : heading(t("noTitle"), left, y, 100);
  const nothing = notice ? [] : paper ? [t("noPaper"), t("strangerPaper")] : [t("no"), from.phone ? t("noLetters", refuse) : t("noLettersOnline", refuse), invitation ? t("already") : t("stranger")];
  for (const words of nothing) no = write(words, left, no, 98, { gap: 1 });
  let help = heading(t("help"), left + 106, y, 60);
  help = write(helpWords(from, letter.locale), left + 106, help, 60);
  help = write(t("regards"), left + 106, help, 60, { gap: 0 });
  help = write(from.name, left + 106, help, 60);
  y = Math.max(no, help) + 1;

  const other = letter.secondLocale && letter.secondLocale !== letter.locale ? letter.secondLocale : null;
  if (other && invitation) {
    const say = serverT(other, "letter");
    rule(left, y, width);
    y = write(say("inShort", { ...about, url: page, refuseUrl: refuse.url }), left, y + 1.8, width, { size: 9.5, lineGap: 0.8 });
  }
  const foot = [invitation ? t("known") : t("knownRequested"), t("privacy", { url: `${site}/privacy` }), ...(other ? [] : [t("otherLanguage", { url: site })])].join(" ");
  const footTop = Math.max(y + 1, 287 - measure(foot, width, { size: 8.5, lineGap: 0.6 }));
  rule(left, footTop - 1.8, width);
  const end = write(foot, left, footTop, width, { size: 8.5, lineGap: 0.6, gap: 0 });
  if (end > 294) throw new Error("The words of this letter do not fit on one sheet.");
  sheet.end();
}

/** Where the QR leads: what one does with the letter. */
export const pageOf = ({ kind }: Pick<LetterSheet, "kind">) => ({ invitation: "/brief", paper: "/brief", requested: "/meedoen/code", notice: "/bezwaar-adres" })[kind];

const spoken = (url: string) => url.replace(/^https?:\/\//, "").replace(/\/$/, "");

function helpWords({ phone, email }: Letterhead, locale: Locale): string {
  const t = serverT(locale, "letter");
  if (phone && email) return t("helpBoth", { phone, email });
  if (phone) return t("helpPhone", { phone });
  return email ? t("helpEmail", { email }) : t("helpPost");
}
