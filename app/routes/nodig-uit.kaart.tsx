import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { env } from "../env.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { qrPath } from "../http/qr-path.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { PrintButton } from "../ui/print-button.tsx";
import { Logo } from "../ui/logo.tsx";
import { QrCode } from "../ui/qr-code.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const { locale, neighbourhoodName } = await requireResident(args);
  const url = new URL("/meedoen", env().APP_URL);
  return {
    ...wordsFor(locale, "household"),
    title: serverT(locale, "household")("neighbour.title"),
    neighbourhoodName,
    url: `${url.host}${url.pathname}`,
    qr: qrPath(url.href),
  };
}

export default function Card() {
  const t = useT("household");
  const { neighbourhoodName, url, qr } = useLoaderData<typeof loader>();
  return (
    <main id="inhoud" className="mx-auto w-full max-w-2xl px-4 py-8">
      <div className="mb-6 flex flex-wrap items-center gap-4 print:hidden">
        <PrintButton>{t("card.print")}</PrintButton>
        <Link to="/nodig-uit" className="min-h-11 content-center underline underline-offset-4">
          {t("card.back")}
        </Link>
      </div>
      <article className="break-inside-avoid rounded-card border border-line-strong bg-white p-8 text-black">
        <p className="flex items-center gap-3">
          <Logo className="size-10" />
          <span className="font-heading text-xl font-bold">Buurhof</span>
        </p>
        <h1 className="mt-6 text-3xl">{t("card.title")}</h1>
        <p className="mt-3 text-lg">{t("card.text", { name: neighbourhoodName })}</p>
        <p className="mt-3">{t("card.promise")}</p>
        <div className="mt-6 flex flex-wrap items-center gap-6">
          <QrCode qr={qr} label={url} className="-m-2 size-40" />
          <p>
            {t("card.scan")}
            <br />
            <strong className="text-lg">{url}</strong>
          </p>
        </div>
        <p className="mt-8">{t("card.from")} ________</p>
      </article>
    </main>
  );
}
