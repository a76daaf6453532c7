import type { NoticeSubject } from "../../../db/schema/choices.ts";

type KindFacts = {
  /** `own` is of one's own doing and no subject to choose: it is `direct`. */
  subject: NoticeSubject | "own";
  /** Somebody answers, asks or decides something of this one person: mailed at once unless they chose otherwise. */
  direct?: true;
  /** Confirms or ends what they agreed on themselves, so that also who said "nu niet" hears of it. */
  evenNotNow?: true;
  /** The page of what it is about; `:subject` and `:cause` are ids. */
  path: string;
};

/**
 * Everything that neighbours can be told, by kind. A kind is about a subject (the question, the slot, the wish) and often has a
 * cause (the answer, the request, the joining); which ids these are is said by the source of its feature.
 */
export const noticeKinds = {
  "question-asked": { subject: "questions", path: "/vragen/:subject" },
  // To who asked; those who follow the question hear the same as `question-answered-too`.
  "question-answered": { subject: "questions", direct: true, path: "/vragen/:subject" },
  "question-answered-too": { subject: "questions", path: "/vragen/:subject" },
  "question-claimed": { subject: "questions", path: "/vragen/:subject" },
  "question-claim-due": { subject: "questions", direct: true, path: "/vragen/:subject" },
  "question-claim-released": { subject: "questions", path: "/vragen/:subject" },
  "question-outcome": { subject: "questions", direct: true, path: "/vragen/:subject" },
  "question-outcome-accepted": { subject: "questions", direct: true, path: "/vragen/:subject" },
  "question-stale": { subject: "questions", path: "/vragen/:subject" },
  "question-parked": { subject: "questions", path: "/vragen/:subject" },
  "question-returned": { subject: "questions", path: "/vragen/:subject" },
  "question-merged": { subject: "questions", path: "/vragen/:subject" },
  "private-question": { subject: "questions", direct: true, path: "/gesprekken/:subject" },
  "answer-thanked": { subject: "questions", path: "/vragen/:subject" },
  "koploper-asked": { subject: "questions", direct: true, path: "/vragen/:subject" },

  "visit-opened": { subject: "visits", path: "/kijkjes/:subject" },
  "visit-asked": { subject: "visits", direct: true, path: "/kijkjes/verzoek/:cause" },
  "visit-accepted": { subject: "visits", direct: true, evenNotNow: true, path: "/kijkjes/verzoek/:cause" },
  "visit-declined": { subject: "visits", direct: true, evenNotNow: true, path: "/kijkjes/verzoek/:cause" },
  "visit-cancelled": { subject: "visits", direct: true, evenNotNow: true, path: "/kijkjes/verzoek/:cause" },
  "visit-tomorrow": { subject: "visits", direct: true, evenNotNow: true, path: "/kijkjes/verzoek/:cause" },
  "visit-thanked": { subject: "visits", path: "/kijkjes/verzoek/:cause" },

  "purchase-opened": { subject: "purchases", path: "/samen-inkopen/:subject" },
  "purchase-news": { subject: "purchases", path: "/samen-inkopen/:subject" },
  "purchase-supplier": { subject: "purchases", path: "/samen-inkopen/:subject" },
  "purchase-prolonged": { subject: "purchases", path: "/samen-inkopen/:subject" },
  "purchase-ended": { subject: "purchases", path: "/samen-inkopen/:subject" },
  "purchase-rules-changed": { subject: "purchases", path: "/samen-inkopen/:subject" },
  "purchase-rules-proposed": { subject: "purchases", direct: true, evenNotNow: true, path: "/samen-inkopen/:subject" },
  "purchase-stepped": { subject: "purchases", direct: true, evenNotNow: true, path: "/samen-inkopen/aanmelding/:cause" },
  "purchase-offered": { subject: "purchases", direct: true, evenNotNow: true, path: "/samen-inkopen/aanmelding/:cause" },
  "purchase-place": { subject: "purchases", direct: true, evenNotNow: true, path: "/samen-inkopen/aanmelding/:cause" },
  "purchase-ordered-at-home": { subject: "purchases", direct: true, evenNotNow: true, path: "/samen-inkopen/aanmelding/:cause" },
  "purchase-message": { subject: "purchases", direct: true, evenNotNow: true, path: "/samen-inkopen/aanmelding/:cause" },

  "wish-joined": { subject: "wishes", direct: true, path: "/wensen/:subject" },
  "measure-shared": { subject: "homes", path: "/maatregelen/:subject" },
  "archive-ready": { subject: "own", direct: true, evenNotNow: true, path: "/toestemmingen/archief" },
  "announcement-published": { subject: "neighbourhood", path: "/mededelingen" },
} as const satisfies Record<string, KindFacts>;

export type NoticeKind = keyof typeof noticeKinds;

/**
 * Subjects of which nothing is told yet. A feature takes its subject off in the change that adds its source to
 * app/features/notices/sources.server.ts; until then `tell` refuses its kinds, and from then on the source must cover them all.
 */
type Silent = never;
/** Kinds of a told subject that come with a feature of their own. */
type SilentKind = "koploper-asked";

/** The kinds of one subject. */
export type KindOf<Subject extends NoticeSubject | "own"> = { [Kind in NoticeKind]: (typeof noticeKinds)[Kind]["subject"] extends Subject ? Kind : never }[NoticeKind];
/** The kinds that are told. */
export type ToldKind = Exclude<KindOf<Exclude<NoticeSubject | "own", Silent>>, SilentKind>;

/** What is known of a kind. */
export const factsOf = (kind: NoticeKind): KindFacts => noticeKinds[kind];
