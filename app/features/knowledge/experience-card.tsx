import { Link } from "@remix-run/react";
import { lowerFirst } from "../../i18n/lower-first.ts";
import { useT } from "../../i18n/use-t.tsx";
import { usePersonName } from "../sharing/person-name.tsx";
import type { HomeWith } from "./homes-with.server.ts";

/** A neighbour who has it: since when, for how much, how content, and what they say. Needs `knowledge` and `catalogue`. */
export function ExperienceCard({ home }: { home: HomeWith }) {
  const t = useT("knowledge");
  const names = useT("catalogue");
  const person = usePersonName();
  const { id, year, costRange, satisfaction, experience, differently, likeMine } = home;
  const facts = [
    year && t("told.facts.year", { year }),
    costRange && lowerFirst(names(`costs.${costRange}`)),
    satisfaction && lowerFirst(names(`satisfaction.${String(satisfaction) as "1"}`)),
    likeMine && t("told.facts.likeMine"),
  ].filter(Boolean);
  return (
    <article className="relative flex flex-col gap-1 rounded-card border border-line bg-surface p-4 transition-colors hover:border-line-strong">
      <h4 className="text-lg leading-snug font-semibold break-words">
        <Link to={`/maatregelen/${id}`} className="after:absolute after:inset-0 after:rounded-card">
          {person(home)}
        </Link>
      </h4>
      {facts.length > 0 ? <p className="text-ink-soft">{facts.join(" · ")}</p> : null}
      {experience ? <p className="mt-1 line-clamp-4 measure break-words">“{experience.trim()}”</p> : null}
      {differently ? (
        <p className="line-clamp-3 measure break-words">
          <span className="font-semibold">{t("told.differently")}</span> {differently.trim()}
        </p>
      ) : null}
    </article>
  );
}
