import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "../../i18n/use-t.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { KoploperCard } from "../koplopers/koploper-card.tsx";
import type { Koploper } from "../koplopers/koplopers-for.server.ts";
import type { MeasureKind } from "../measures/catalogue.ts";
import type { InWords } from "../measures/in-words.server.ts";
import { Told } from "../measures/neighbours-with-kind.tsx";
import { QuestionCard } from "../questions/question-card.tsx";
import type { ListedQuestion } from "../questions/question-list.server.ts";
import { usePersonName } from "../sharing/person-name.tsx";
import type { SeenVisit } from "../visits/find-visit.server.ts";
import { type ListedMoment, VisitCard } from "../visits/visit-card.tsx";
import { ExperienceCard } from "./experience-card.tsx";
import type { HomeWith } from "./homes-with.server.ts";
import { OutcomeCard } from "./outcome-card.tsx";

/** A part of the page, that can be jumped to. */
function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} tabIndex={-1} aria-labelledby={`${id}-titel`} className="flex scroll-mt-4 flex-col gap-3 border-t border-line pt-6 focus:outline-none">
      <h2 id={`${id}-titel`} className="text-2xl">
        {title}
      </h2>
      {children}
    </section>
  );
}

function Cards<Item extends { id: string }>({ items, card }: { items: readonly Item[]; card: (item: Item) => ReactNode }) {
  return (
    <ul className="flex flex-col gap-3">
      {items.map((item) => (
        <li key={item.id}>{card(item)}</li>
      ))}
    </ul>
  );
}

function More({ to, children }: { to: string; children: ReactNode }) {
  return (
    <p>
      <Link to={to} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
        {children}
      </Link>
    </p>
  );
}

/** Why there is nothing, and the deed that changes it. */
function Nothing({ children, to, words }: { children: ReactNode; to: string; words: string }) {
  return (
    <>
      <p className="measure text-ink-soft">{children}</p>
      <p>
        <ButtonLink look="secondary" to={to}>
          {words}
        </ButtonLink>
      </p>
    </>
  );
}

/** What was found out. Needs `knowledge`, `questions` and `catalogue`. */
export function FoundPart({ kind, count, outcomes }: { kind: MeasureKind; count: number; outcomes: Parameters<typeof OutcomeCard>[0]["outcome"][] }) {
  const t = useT("knowledge");
  return (
    <Part id="uitgezocht" title={t("found.title")}>
      {count === 0 ? <p className="measure text-ink-soft">{t("found.none")}</p> : <Cards items={outcomes} card={(outcome) => <OutcomeCard outcome={outcome} />} />}
      {count > outcomes.length ? <More to={`/vragen?staat=beantwoord&soort=${kind}`}>{t("found.all")}</More> : null}
    </Part>
  );
}

/** What still waits for an outcome. Needs `knowledge`, `questions` and `catalogue`. */
export function OpenPart({ kind, count, questions }: { kind: MeasureKind; count: number; questions: ListedQuestion[] }) {
  const t = useT("knowledge");
  return (
    <Part id="open" title={t("open.title")}>
      {count === 0 ? <p className="measure text-ink-soft">{t("open.none")}</p> : <Cards items={questions} card={(question) => <QuestionCard question={question} level={3} />} />}
      {count > questions.length ? (
        <>
          <More to={`/vragen?soort=${kind}`}>{t("open.all")}</More>
          <More to={`/vragen?staat=uitgezocht&soort=${kind}`}>{t("open.claimed")}</More>
        </>
      ) : null}
    </Part>
  );
}

/** How it is to have it: counted, and in the words of neighbours. Needs `knowledge`, `figures` and `catalogue`. */
export function ToldPart({ kind, alike, here, experiences }: { kind: MeasureKind; alike: InWords | null; here: InWords; experiences: HomeWith[] }) {
  const t = useT("knowledge");
  const counted = useT("figures");
  const share = `/maatregelen/nieuw?soort=${kind}`;
  return (
    <Part id="ervaringen" title={t("told.title")}>
      {here.count === 0 ? (
        <Nothing to={share} words={t("told.share")}>
          {t("told.none")}
        </Nothing>
      ) : (
        <>
          {alike ? <Told title={counted("neighbours.alike")} told={alike} /> : null}
          {alike && alike.count > 0 ? (
            <details>
              <summary className="min-h-11 content-center text-garden underline underline-offset-4">{t("told.wholeNeighbourhood")}</summary>
              <Told title={counted("neighbours.here")} told={here} />
            </details>
          ) : (
            <Told title={counted("neighbours.here")} told={here} />
          )}
          <p className="measure text-sm text-ink-soft">{counted("neighbours.note")}</p>
          {experiences.length > 0 ? (
            <>
              <h3 className="mt-2 font-semibold">{t("told.experiences")}</h3>
              <Cards items={experiences} card={(home) => <ExperienceCard home={home} />} />
            </>
          ) : null}
          {here.count > experiences.length ? <More to={`/kaart?weergave=lijst&soort=${kind}`}>{t("told.all")}</More> : null}
          <p>
            <ButtonLink look="secondary" to={share}>
              {t("told.share")}
            </ButtonLink>
          </p>
        </>
      )}
    </Part>
  );
}

/** Who may be asked: front-runners, and who welcomes questions about theirs. Needs `knowledge`, `koplopers` and `catalogue`. */
export function AskablePart({ kind, count, koplopers, askable }: { kind: MeasureKind; count: number; koplopers: Koploper[]; askable: HomeWith[] }) {
  const t = useT("knowledge");
  const person = usePersonName();
  return (
    <Part id="vragen-aan" title={t("askable.title")}>
      {count + askable.length === 0 ? (
        <Nothing to="/koploper" words={t("askable.become")}>
          {t("askable.none")}
        </Nothing>
      ) : null}
      {count > 0 ? <Cards items={koplopers} card={(koploper) => <KoploperCard koploper={koploper} />} /> : null}
      {count > koplopers.length ? <More to={`/koplopers?soort=${kind}`}>{t("askable.allKoplopers")}</More> : null}
      {askable.length > 0 ? (
        <>
          <p>{t("askable.withIt")}</p>
          <ul className="flex flex-col">
            {askable.map((home) => (
              <li key={home.id} className="flex flex-wrap items-center gap-x-3">
                <Link to={`/maatregelen/${home.id}/vraag`} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
                  {t("askable.question", { name: person(home, true) })}
                </Link>
                {home.likeMine ? <span className="text-sm text-ink-soft">{t("told.facts.likeMine")}</span> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Part>
  );
}

/** Where one can come and look. Needs `knowledge`, `visits` and `catalogue`. */
export function VisitsPart({ count, visits }: { count: number; visits: { visit: Pick<SeenVisit, "id" | "streetName" | "number" | "kinds" | "byAppointment">; moments: ListedMoment[] }[] }) {
  const t = useT("knowledge");
  return (
    <Part id="kijken" title={t("visits.title")}>
      {count === 0 ? (
        <Nothing to="/kijkjes/nieuw" words={t("visits.open")}>
          {t("visits.none")}
        </Nothing>
      ) : (
        <Cards items={visits.map((each) => ({ id: each.visit.id, ...each }))} card={({ visit, moments }) => <VisitCard visit={visit} moments={moments} />} />
      )}
      {count > visits.length ? <More to="/kijkjes">{t("visits.all")}</More> : null}
    </Part>
  );
}
