import { common } from "./en/common.ts";
import { session } from "./en/session.ts";
import { join } from "./en/join.ts";
import { household } from "./en/household.ts";
import { map } from "./en/map.ts";
import { catalogue } from "./en/catalogue.ts";
import { explanations } from "./en/explanations.ts";
import { measures } from "./en/measures.ts";
import { wishes } from "./en/wishes.ts";
import { home } from "./en/home.ts";
import { neighbourhood } from "./en/neighbourhood.ts";
import { moderation } from "./en/moderation.ts";
import { mail } from "./en/mail.ts";
import { privacy } from "./en/privacy.ts";
import { pages } from "./en/pages.ts";
import type { Words } from "./nl.ts";
import type { Translation } from "./translation.ts";

export const en: Translation<Words> = { common, session, join, household, map, catalogue, explanations, measures, wishes, home, neighbourhood, moderation, mail, privacy, pages };
