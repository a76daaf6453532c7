import { Link } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";
import { PrintButton } from "../../ui/print-button.tsx";
import type { Sheets } from "./paper-sheet.ts";
import { PaperSheets } from "./paper-sheets.tsx";

/** Sheets on the screen, with the way to print them. Needs `purchasePaper`. */
export function PaperPage({ title, back, sheets }: { title: string; back: string; sheets: Sheets }) {
  const t = useT("purchasePaper");
  return (
    <main id="inhoud" className="mx-auto w-full max-w-3xl px-4 py-8 print:max-w-none print:p-0">
      <div className="mb-6 flex flex-col gap-4 print:hidden">
        <h1 className="text-3xl">{title}</h1>
        <p className="measure">{t("print.instruction")}</p>
        <div className="flex flex-wrap items-center gap-4">
          <PrintButton>{t("print.print")}</PrintButton>
          <Link to={back} className="min-h-11 content-center underline underline-offset-4">
            {t("print.back")}
          </Link>
        </div>
      </div>
      <PaperSheets sheets={sheets} />
    </main>
  );
}
