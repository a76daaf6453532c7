import { common } from "./en/common.ts";
import { session } from "./en/session.ts";
import { join } from "./en/join.ts";
import { household } from "./en/household.ts";
import { letter } from "./en/letter.ts";
import { map } from "./en/map.ts";
import { catalogue } from "./en/catalogue.ts";
import { consent } from "./en/consent.ts";
import { explanations } from "./en/explanations.ts";
import { measures } from "./en/measures.ts";
import { reports } from "./en/reports.ts";
import { wishes } from "./en/wishes.ts";
import { knowledge } from "./en/knowledge.ts";
import { questions } from "./en/questions.ts";
import { stories } from "./en/stories.ts";
import { purchases } from "./en/purchases.ts";
import { visits } from "./en/visits.ts";
import { koplopers } from "./en/koplopers.ts";
import { notices } from "./en/notices.ts";
import { threads } from "./en/threads.ts";
import { together } from "./en/together.ts";
import { blocks } from "./en/blocks.ts";
import { home } from "./en/home.ts";
import { ownHome } from "./en/own-home.ts";
import { firstStep } from "./en/first-step.ts";
import { neighbourhood } from "./en/neighbourhood.ts";
import { moderation } from "./en/moderation.ts";
import { decisions } from "./en/decisions.ts";
import { oversight } from "./en/oversight.ts";
import { mail } from "./en/mail.ts";
import { privacy } from "./en/privacy.ts";
import { passkeys } from "./en/passkeys.ts";
import { roles } from "./en/roles.ts";
import { pages } from "./en/pages.ts";
import { assisted } from "./en/assisted.ts";
import { vouching } from "./en/vouching.ts";
import { sources } from "./en/sources.ts";
import { profile } from "./en/profile.ts";
import { figureDesk } from "./en/figure-desk.ts";
import { figures } from "./en/figures.ts";
import { protection } from "./en/protection.ts";
import { releases } from "./en/releases.ts";
import type { Words } from "./nl.ts";
import type { Translation } from "./translation.ts";

export const en: Translation<Words> = {
  common, session, join, household, vouching, assisted, letter, map, catalogue, consent, explanations, measures, reports,
  wishes, stories, threads, questions, knowledge, visits, purchases, koplopers, notices, together, blocks, home, ownHome, firstStep, neighbourhood, moderation, decisions, oversight, mail, privacy, passkeys, roles, pages, sources, profile, figures, releases, protection, figureDesk,
};
