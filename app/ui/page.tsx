import { Link } from "@remix-run/react";
import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";

/** One page, one question: a title, an introduction and what belongs to it. `back` is the way back, with its words. */
export function Page({
  title,
  intro,
  back,
  wide = false,
  children,
}: {
  title: ReactNode;
  intro?: ReactNode;
  back?: { to: string; words: string };
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <main id="inhoud" className={`mx-auto w-full ${wide ? "max-w-5xl" : "max-w-2xl"} px-4 pt-6 pb-16 sm:px-6 sm:pt-10`}>
      {back ? (
        <Link to={back.to} className="mb-4 inline-flex min-h-11 items-center gap-1.5 text-garden underline underline-offset-4">
          <ArrowLeft aria-hidden className="size-5" />
          {back.words}
        </Link>
      ) : null}
      <h1 className={`text-3xl sm:text-4xl ${back ? "" : "max-lg:pr-12"}`}>{title}</h1>
      {intro ? <div className="mt-3 measure text-lg text-ink-soft">{intro}</div> : null}
      <div className="mt-8 flex flex-col gap-6">{children}</div>
    </main>
  );
}

/** A part of a page with a heading of its own. */
export function Section({ title, aside, children }: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 className="text-xl">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** A sheet of paper on the page. */
export function Card({ children, tone = "plain" }: { children: ReactNode; tone?: "plain" | "garden" | "sun" | "sky" | "brick" }) {
  const tones = {
    plain: "bg-surface border-line",
    garden: "bg-garden-soft border-transparent",
    sun: "bg-sun-soft border-transparent",
    sky: "bg-sky-soft border-transparent",
    brick: "bg-brick-soft border-transparent",
  };
  return <div className={`rounded-card border p-4 sm:p-5 ${tones[tone]}`}>{children}</div>;
}

/** What to say, and to do, where there is nothing yet. */
export function EmptyState({ icon, title, children, action }: { icon: ReactNode; title: ReactNode; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-card border border-dashed border-line-strong p-5">
      <span className="text-garden [&>svg]:size-8" aria-hidden>
        {icon}
      </span>
      <h2 className="text-lg">{title}</h2>
      <div className="measure text-ink-soft">{children}</div>
      {action}
    </div>
  );
}

/** A list of facts: what it is, what it says, and what can be done with it. */
export function Facts({ facts }: { facts: { name: ReactNode; value: ReactNode; note?: ReactNode; deed?: ReactNode }[] }) {
  return (
    <dl className="@container divide-y divide-line rounded-card border border-line bg-surface">
      {facts.map((fact, index) => (
        <div key={index} className="grid gap-x-4 gap-y-0.5 px-4 py-3 @md:grid-cols-[12rem_1fr]">
          <dt className="text-ink-soft">{fact.name}</dt>
          <dd>
            <span className="font-semibold">{fact.value}</span>
            {fact.note ? <span className="block text-sm text-ink-soft">{fact.note}</span> : null}
            {fact.deed ? <div>{fact.deed}</div> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
