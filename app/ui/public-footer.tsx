import { Link } from "@remix-run/react";
import { useT } from "../i18n/use-t.tsx";

/** Below the pages that everybody reads: what else there is, and whom to ask. Needs `pages`. */
export function PublicFooter({ contact }: { contact: string }) {
  const t = useT("pages");
  const link = "inline-flex min-h-11 items-center underline underline-offset-4";
  return (
    <footer className="mt-auto border-t border-line print:hidden">
      <div className="mx-auto flex w-full max-w-5xl flex-wrap items-center gap-x-6 px-4 py-4 sm:px-6">
        <Link to="/over" className={link}>
          {t("footer.about")}
        </Link>
        <Link to="/privacy" className={link}>
          {t("footer.privacy")}
        </Link>
        <Link to="/toegankelijkheid" className={link}>
          {t("footer.accessibility")}
        </Link>
        <Link to="/huisregels" className={link}>
          {t("footer.rules")}
        </Link>
        <Link to="/toezicht" className={link}>
          {t("footer.oversight")}
        </Link>
        <Link to="/bronnen" className={link}>
          {t("footer.sources")}
        </Link>
        {contact ? <span className="ml-auto text-ink-soft">{t("footer.contact", { contact })}</span> : null}
      </div>
    </footer>
  );
}
