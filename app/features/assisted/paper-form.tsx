import { useT } from "../../i18n/use-t.tsx";
import { audiences } from "../../../db/schema/choices.ts";
import { Logo } from "../../ui/logo.tsx";
import { PrintButton } from "../../ui/print-button.tsx";

function Lines({ label, count }: { label: string; count: number }) {
  return (
    <section className="break-inside-avoid">
      <h3 className="text-base leading-snug">{label}</h3>
      {Array.from({ length: count }, (_, line) => (
        <div key={line} className="h-8 border-b print:h-6 border-black/50" />
      ))}
    </section>
  );
}

/** The form to sign, on one A4. Needs `assisted`. */
export function PaperForm({ organisation, phone, version, text }: { organisation: string; phone: string; version: string; text: string }) {
  const t = useT("assisted");
  return (
    <main id="inhoud" className="mx-auto w-full max-w-3xl px-4 py-8 print:max-w-none print:p-0">
      <div className="mb-6 flex flex-wrap items-center gap-4 print:hidden">
        <h1 className="w-full text-3xl">{t("paper.title")}</h1>
        <PrintButton>{t("paper.print")}</PrintButton>
      </div>
      <article className="flex flex-col gap-4 rounded-card border border-line-strong bg-white p-8 text-[0.95rem] leading-snug text-black print:gap-2 print:text-[0.82rem] print:border-0 print:p-0">
        <p className="flex items-center gap-3">
          <Logo className="size-8" />
          <span className="font-heading text-lg font-bold">Buurhof</span>
        </p>
        <h2 className="text-2xl">{t("paper.heading")}</h2>
        <p>{t("paper.intro", { organisation })}</p>
        <Lines label={t("paper.address")} count={1} />
        <Lines label={t("paper.measure")} count={2} />
        <Lines label={t("paper.wish")} count={2} />
        <Lines label={t("paper.report")} count={1} />
        <section className="break-inside-avoid">
          <h3 className="text-base">{t("paper.audience")}</h3>
          <ul className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
            {audiences.map((audience) => (
              <li key={audience} className="flex items-center gap-2">
                <span aria-hidden className="inline-block size-4 border-2 border-black" />
                {t(`paper.audiences.${audience}`)}
              </li>
            ))}
          </ul>
          <p className="mt-1 text-sm">{t("paper.audienceNote")}</p>
        </section>
        <section className="break-inside-avoid">
          <h3 className="text-base">{t("paper.agree")}</h3>
          <p className="mt-1">{text}</p>
          <div className="mt-8 grid grid-cols-2 gap-8">
            {(["date", "signature"] as const).map((what) => (
              <p key={what} className="border-t border-black pt-1 text-sm">
                {t(`paper.${what}`)}
              </p>
            ))}
          </div>
        </section>
        <footer className="flex flex-wrap justify-between gap-x-6 text-sm">
          <p>{phone ? t("paper.phone", { phone }) : t("paper.phoneOwn")}</p>
          <p>{t("paper.kept", { organisation })}</p>
          <p className="font-bold">{t("paper.version", { version })}</p>
        </footer>
      </article>
    </main>
  );
}
