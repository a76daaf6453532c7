import { Form, Link } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import { Logo } from "../../ui/logo.tsx";
import { PrintButton } from "../../ui/print-button.tsx";
import type { Confirmation } from "./confirmation.server.ts";

/** The confirmation to print, and the way to end the session after that. Needs `assisted`. */
export function ConfirmationSheet({ id, confirmation }: { id: string; confirmation: Confirmation }) {
  const t = useT("assisted");
  const { lang, heading, number, intro, lines, nothing, change, letter, keep } = confirmation;
  return (
    <main id="inhoud" className="mx-auto w-full max-w-2xl px-4 py-8 print:max-w-none print:p-0">
      <div className="mb-6 flex flex-col gap-4 print:hidden">
        <h1 className="text-3xl">{t("confirmation.title")}</h1>
        <p className="measure">{t("confirmation.instruction")}</p>
        <div className="flex flex-wrap items-center gap-4">
          <PrintButton>{t("confirmation.print")}</PrintButton>
          <Form method="post" action={`/helpen/${id}/einde`}>
            <Button look="secondary">{t("confirmation.finish")}</Button>
          </Form>
          <Link to={`/helpen/${id}`} className="min-h-11 content-center underline underline-offset-4">
            {t("confirmation.back")}
          </Link>
        </div>
      </div>
      <article lang={lang} className="flex flex-col gap-5 rounded-card border border-line-strong bg-white p-8 text-black print:block print:space-y-3 print:border-0 print:p-0 print:text-[0.82rem] print:leading-snug">
        <header className="flex items-start justify-between gap-4">
          <p className="flex items-center gap-3">
            <Logo className="size-10" />
            <span className="font-heading text-xl font-bold">Buurhof</span>
          </p>
          <p className="font-bold">{number}</p>
        </header>
        <h2 className="text-2xl">{heading}</h2>
        <p>{intro}</p>
        {lines.length ? (
          <ul className="list-disc space-y-2 pl-5 print:space-y-1">
            {lines.map(({ what, note }, index) => (
              <li key={index}>
                <strong>{what}</strong>
                {note ? <span className="block">{note}</span> : null}
              </li>
            ))}
          </ul>
        ) : (
          <p>{nothing}</p>
        )}
        {[change, letter].map(({ title, text }) => (
          <section key={title}>
            <h3 className="text-lg">{title}</h3>
            <p className="mt-1">{text}</p>
          </section>
        ))}
        <p>{keep}</p>
      </article>
    </main>
  );
}
