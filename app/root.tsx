import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
import "@fontsource-variable/bricolage-grotesque/wght.css";
import "./tailwind.css";
import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useLocation, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { type ReactNode, useContext, useState } from "react";
import { unreadNotices } from "./features/notices/unread-notices.server.ts";
import { allowEveryone, currentViewer } from "./features/session/guards.server.ts";
import { chosenLocale } from "./i18n/locale.server.ts";
import { useT, Words } from "./i18n/use-t.tsx";
import { wordsFor } from "./i18n/words.server.ts";
import { env } from "./env.server.ts";
import { type Flash, takeFlash } from "./http/flash.server.ts";
import { NonceContext } from "./http/nonce-context.ts";
import { FlashLine } from "./ui/flash-line.tsx";
import { Frame } from "./ui/frame.tsx";
import { ButtonLink } from "./ui/button.tsx";

export const meta: MetaFunction = () => [{ title: "Buurhof" }];

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  const viewer = await currentViewer(args);
  const { flash, forget } = await takeFlash(args.request);
  return data(
    {
      ...wordsFor(viewer?.locale ?? chosenLocale(args.request), "common"),
      demo: env().APP_MODE === "demo",
      flash,
      who: viewer && {
        resident: viewer.householdId !== null,
        moderator: viewer.mayModerate.length > 0,
        official: viewer.officialOf.length > 0,
        manager: viewer.manages.length > 0,
        neighbourhoodName: viewer.neighbourhoodName,
        unread: await unreadNotices(viewer),
      },
    },
    forget ? { headers: { "Set-Cookie": forget } } : undefined,
  );
}

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root");
  const nonce = useContext(NonceContext);
  return (
    <html lang={root?.locale ?? "nl"}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#faf6ee" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#141a17" media="(prefers-color-scheme: dark)" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="manifest" href="/site.webmanifest" />
        <Meta />
        <Links />
      </head>
      <body className="min-h-dvh bg-paper text-ink antialiased print:min-h-0 print:bg-white">
        <Words>{children}</Words>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  const { who, demo, flash: taken } = useRouteLoaderData<typeof loader>("root")!;
  const flash = useKept(taken);
  return (
    <Frame who={who} demo={demo}>
      {flash ? <FlashLine flash={flash} /> : null}
      <Outlet />
    </Frame>
  );
}

/** A line is taken once, and stands until its reader goes to another page, however often a live page is read again meanwhile. */
function useKept(taken: Flash | null): Flash | null {
  const { key } = useLocation();
  const [kept, keep] = useState({ key, taken });
  if (kept.key === key && (!taken || kept.taken === taken)) return kept.taken;
  keep({ key, taken });
  return taken;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const root = useRouteLoaderData<typeof loader>("root");
  const kind = problemKind(isRouteErrorResponse(error) ? error.status : 500);
  if (!root) return <BareProblem kind={kind} />;
  return (
    <Frame who={root.who} demo={root.demo}>
      <Problem kind={kind} />
    </Frame>
  );
}

type ProblemKind = "missing" | "refused" | "broken";

function problemKind(status: number): ProblemKind {
  if (status === 404) return "missing";
  return status < 500 ? "refused" : "broken";
}

function Problem({ kind }: { kind: ProblemKind }) {
  const t = useT("common");
  return (
    <main id="inhoud" className="mx-auto w-full max-w-2xl px-4 py-12">
      <h1 className="text-3xl">{t(`problem.${kind}Title`)}</h1>
      <p className="mt-4 measure">{t(`problem.${kind}Text`)}</p>
      <p className="mt-6">
        <ButtonLink to="/">{t("problem.home")}</ButtonLink>
      </p>
    </main>
  );
}

const bareTitles = {
  missing: ["Deze pagina is er niet", "This page does not exist"],
  refused: ["Dit konden we niet verwerken", "We could not process this"],
  broken: ["Er ging iets mis bij ons", "Something went wrong on our side"],
} as const satisfies Record<ProblemKind, readonly [string, string]>;

// Without the words of the root loader there is nothing to translate with, and no telling who reads this: both languages.
function BareProblem({ kind }: { kind: ProblemKind }) {
  const [dutch, english] = bareTitles[kind];
  return (
    <main className="mx-auto w-full max-w-2xl px-4 py-12">
      <h1 className="text-3xl">{dutch}</h1>
      <p className="mt-2" lang="en">
        {english}
      </p>
      <p className="mt-4">
        <a className="underline" href="/">
          Naar het begin · <span lang="en">To the start</span>
        </a>
      </p>
    </main>
  );
}
