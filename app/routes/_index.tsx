import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { HandHeart, KeyRound, Map as MapIcon, ShieldCheck } from "lucide-react";
import { env } from "../env.server.ts";
import { allowEveryone, currentViewer } from "../features/session/guards.server.ts";
import { chosenLocale } from "../i18n/locale.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Courtyard } from "../ui/courtyard.tsx";
import { PublicFooter } from "../ui/public-footer.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }, { name: "description", content: data?.description }];

export async function loader(args: LoaderFunctionArgs) {
  allowEveryone();
  if (await currentViewer(args)) throw redirect("/begin");
  const locale = chosenLocale(args.request);
  const t = serverT(locale, "pages");
  return { ...wordsFor(locale, "pages"), title: t("landing.metaTitle"), description: t("landing.metaDescription"), contact: env().ORGANISATION_EMAIL };
}

const steps = [
  { words: "one", icon: KeyRound },
  { words: "two", icon: MapIcon },
  { words: "three", icon: HandHeart },
] as const;

export default function Landing() {
  const t = useT("pages");
  const { contact } = useLoaderData<typeof loader>();
  return (
    <>
      <main id="inhoud" className="mx-auto flex w-full max-w-5xl flex-col gap-14 px-4 pt-4 pb-16 sm:gap-20 sm:px-6 sm:pt-8">
        <section className="grid items-center gap-8 md:grid-cols-2">
          <div>
            <h1 className="text-4xl sm:text-5xl">{t("landing.title")}</h1>
            <p className="mt-4 measure text-lg text-ink-soft">{t("landing.intro")}</p>
            <p className="mt-6 flex flex-col gap-3 sm:flex-row sm:flex-wrap">
              <ButtonLink wide to="/meedoen">
                {t("landing.join")}
              </ButtonLink>
              <ButtonLink look="secondary" wide to="/inloggen">
                {t("landing.logIn")}
              </ButtonLink>
            </p>
          </div>
          <Courtyard title={t("landing.picture")} className="order-first w-full md:order-none" />
        </section>
        <section>
          <h2 className="text-2xl sm:text-3xl">{t("landing.howTitle")}</h2>
          <ol className="mt-5 grid gap-4 md:grid-cols-3">
            {steps.map(({ words, icon: Icon }, index) => (
              <li key={words} className="rounded-card border border-line bg-surface p-5">
                <span aria-hidden className="grid size-14 place-items-center rounded-xl bg-garden-soft text-garden">
                  <Icon className="size-8" />
                </span>
                <h3 className="mt-3 text-xl">
                  {index + 1}. {t(`landing.how.${words}`)}
                </h3>
                <p className="mt-1 text-ink-soft">{t(`landing.how.${words}Text`)}</p>
              </li>
            ))}
          </ol>
        </section>
        <section className="rounded-card bg-garden-soft p-6 sm:p-10">
          <ShieldCheck aria-hidden className="size-12 text-garden" />
          <h2 className="mt-2 text-2xl sm:text-3xl">{t("landing.promiseTitle")}</h2>
          <p className="mt-3 measure text-xl font-semibold">{t("landing.promise")}</p>
          <ul className="mt-4 measure list-disc space-y-1.5 pl-5">
            {(["one", "two", "three", "four"] as const).map((words) => (
              <li key={words}>{t(`landing.promises.${words}`)}</li>
            ))}
          </ul>
          <p className="mt-4">
            <Link to="/privacy" className="inline-flex min-h-11 items-center font-semibold text-garden underline underline-offset-4">
              {t("landing.promiseMore")}
            </Link>
          </p>
        </section>
        <section className="grid gap-8 md:grid-cols-2">
          <div>
            <h2 className="text-2xl">{t("landing.whoTitle")}</h2>
            <p className="mt-2 measure">{t("landing.who")}</p>
          </div>
          <div>
            <h2 className="text-2xl">{t("landing.notYetTitle")}</h2>
            <p className="mt-2 measure">{t("landing.notYet")}</p>
            <p className="mt-2">
              <Link to="/meedoen" className="inline-flex min-h-11 items-center font-semibold text-garden underline underline-offset-4">
                {t("landing.notYetLink")}
              </Link>
            </p>
          </div>
        </section>
      </main>
      <PublicFooter contact={contact} />
    </>
  );
}
