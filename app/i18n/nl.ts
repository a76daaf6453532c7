import { common } from "./nl/common.ts";
import { session } from "./nl/session.ts";
import { join } from "./nl/join.ts";
import { household } from "./nl/household.ts";
import { letter } from "./nl/letter.ts";
import { map } from "./nl/map.ts";
import { catalogue } from "./nl/catalogue.ts";
import { consent } from "./nl/consent.ts";
import { explanations } from "./nl/explanations.ts";
import { measures } from "./nl/measures.ts";
import { reports } from "./nl/reports.ts";
import { wishes } from "./nl/wishes.ts";
import { knowledge } from "./nl/knowledge.ts";
import { questions } from "./nl/questions.ts";
import { stories } from "./nl/stories.ts";
import { purchases } from "./nl/purchases.ts";
import { visits } from "./nl/visits.ts";
import { koplopers } from "./nl/koplopers.ts";
import { notices } from "./nl/notices.ts";
import { threads } from "./nl/threads.ts";
import { together } from "./nl/together.ts";
import { blocks } from "./nl/blocks.ts";
import { home } from "./nl/home.ts";
import { ownHome } from "./nl/own-home.ts";
import { firstStep } from "./nl/first-step.ts";
import { neighbourhood } from "./nl/neighbourhood.ts";
import { moderation } from "./nl/moderation.ts";
import { decisions } from "./nl/decisions.ts";
import { oversight } from "./nl/oversight.ts";
import { mail } from "./nl/mail.ts";
import { privacy } from "./nl/privacy.ts";
import { preview } from "./nl/preview.ts";
import { inventory } from "./nl/inventory.ts";
import { retention } from "./nl/retention.ts";
import { passkeys } from "./nl/passkeys.ts";
import { roles } from "./nl/roles.ts";
import { pages } from "./nl/pages.ts";
import { assisted } from "./nl/assisted.ts";
import { vouching } from "./nl/vouching.ts";
import { sources } from "./nl/sources.ts";
import { profile } from "./nl/profile.ts";
import { figureDesk } from "./nl/figure-desk.ts";
import { figures } from "./nl/figures.ts";
import { protection } from "./nl/protection.ts";
import { purchaseDesk } from "./nl/purchase-desk.ts";
import { purchasePaper } from "./nl/purchase-paper.ts";
import { releases } from "./nl/releases.ts";

/** All words on the screen, by namespace. Dutch is the type: every other locale must have the same keys. */
export const nl = {
  common, session, join, household, vouching, assisted, letter, map, catalogue, consent, explanations, measures, reports,
  wishes, stories, threads, questions, knowledge, visits, purchases, koplopers, notices, together, blocks, home, ownHome, firstStep, neighbourhood, moderation, decisions, oversight, mail, privacy, preview, inventory, retention, passkeys, roles, pages, sources, profile, figures, releases, protection, figureDesk, purchaseDesk, purchasePaper,
};
export type Words = typeof nl;
export type Namespace = keyof Words;
