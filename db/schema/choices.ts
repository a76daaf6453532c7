// The answers that a column can hold. Apart from the tables, because forms in the browser offer the same ones.

export const locales = ["nl", "en"] as const;
export type Locale = (typeof locales)[number];

export const audiences = ["household", "building", "street", "neighbourhood"] as const;
export type Audience = (typeof audiences)[number];
export const involvements = ["join_in", "think_along", "informed", "not_now"] as const;
export type Involvement = (typeof involvements)[number];

export const dwellingTypes = ["flat", "terraced", "end_terrace", "semi_detached", "detached", "other", "unknown"] as const;
export type DwellingType = (typeof dwellingTypes)[number];
/** The classes of energy labels from the best on, and a home that has none. */
export const energyClasses = ["A+++++", "A++++", "A+++", "A++", "A+", "A", "B", "C", "D", "E", "F", "G", "none"] as const;
export type EnergyClass = (typeof energyClasses)[number];

export const measureStates = ["planned", "done", "removed"] as const;
export type MeasureState = (typeof measureStates)[number];
export const costRanges = ["none", "under_500", "500_2000", "2000_5000", "5000_10000", "10000_20000", "over_20000"] as const;
export type CostRange = (typeof costRanges)[number];
export const doneBys = ["self", "company", "landlord", "vve", "previous_owner"] as const;
export type DoneBy = (typeof doneBys)[number];
export const horizons = ["this_year", "few_years", "someday"] as const;
export type Horizon = (typeof horizons)[number];
export const obstacles = ["cost", "knowhow", "landlord", "vve", "time", "disruption", "looks", "other"] as const;
export type Obstacle = (typeof obstacles)[number];
export const reportCategories = ["personal_data", "offensive", "advertising", "untrue", "unsafe", "other"] as const;
export type ReportCategory = (typeof reportCategories)[number];
/** Figures of the profile of a neighbourhood beside which a story can stand, in the order of the page. Each is of all homes together. */
export const storyIndicators = ["dwelling_types", "building_periods", "in_short", "households", "ages", "ownership", "gas", "electricity", "grid_use", "labels"] as const;
export type StoryIndicator = (typeof storyIndicators)[number];
/** How a question stands; `outcome` waits for its asker, `stale` for somebody who confirms it. */
export const questionStates = ["open", "claimed", "outcome", "accepted", "stale", "parked"] as const;
export type QuestionState = (typeof questionStates)[number];
/** The building periods by their place in `buildingPeriods`, as an outcome names them. */
export const periodKeys = ["0", "1", "2", "3", "4", "5", "6"] as const;
export type PeriodKey = (typeof periodKeys)[number];
export type ReleaseReason = "by_hand" | "overdue" | "outcome" | "left";
export type Verdict = "accepted" | "missing" | "asked_again" | "confirmed";
/** What a parked question may wait for; it returns on its day at the latest. */
export const parkingPhases = ["meeting", "plan", "purchase", "works", "heating_season"] as const;
export type ParkingPhase = (typeof parkingPhases)[number];
/** How long something is hidden: until its household changed it and a moderator looked again, or for good. */
export const hidingDurations = ["until_changed", "for_good"] as const;
export type HidingDuration = (typeof hidingDurations)[number];
export const appealOutcomes = ["upheld", "overturned"] as const;
export type AppealOutcome = (typeof appealOutcomes)[number];
/** Why a moderator looked at something outside their own audience; `other` comes with words of their own. */
export const lookReasons = ["report", "appeal", "changed", "danger", "other"] as const;
export type LookReason = (typeof lookReasons)[number];
/** What came of looking again at what was hidden until it changed. */
export const secondLookOutcomes = ["lifted", "left"] as const;
export type SecondLookOutcome = (typeof secondLookOutcomes)[number];
/** What comes of it when somebody says that a household does not live at an address. */
export const claimOutcomes = ["stays", "ends"] as const;
export type ClaimOutcome = (typeof claimOutcomes)[number];
/** In which languages a host can tell about their home; `ngt` is Dutch sign language. */
export const visitLanguages = ["nl", "en", "ar", "tr", "pl", "uk", "de", "fr", "es", "ngt"] as const;
export type VisitLanguage = (typeof visitLanguages)[number];
/** What a guest wants to know of getting in. */
export const visitAccesses = ["step_free", "stairs", "wide_door", "seat", "toilet", "pets"] as const;
export type VisitAccess = (typeof visitAccesses)[number];
/** Kind words for a no, for who has none of their own. */
export const declineReasons = ["busy", "other_time", "full", "not_suited"] as const;
export type DeclineReason = (typeof declineReasons)[number];
/** What notices are about, as people choose per subject how they hear of it; in the order of the page. */
export const noticeSubjects = ["questions", "visits", "wishes", "homes", "purchases", "neighbourhood"] as const;
export type NoticeSubject = (typeof noticeSubjects)[number];
/** When somebody is mailed: as it happens, in one mail a day or a week, or never. */
export const noticePaces = ["at_once", "daily", "weekly", "nothing"] as const;
export type NoticePace = (typeof noticePaces)[number];
/** How somebody is mailed who chose nothing: what concerns themselves at once, the rest once a week. */
export const usualPaces: Record<"direct" | NoticeSubject, NoticePace> = { direct: "at_once", questions: "weekly", visits: "weekly", wishes: "weekly", homes: "weekly", purchases: "weekly", neighbourhood: "weekly" };
/** What a link in a mail turns off: everything, what comes together in a digest, what concerns oneself, or one subject. */
export const unsubscriptionScopes = ["all", "digest", "direct", ...noticeSubjects] as const;
export type UnsubscriptionScope = (typeof unsubscriptionScopes)[number];
