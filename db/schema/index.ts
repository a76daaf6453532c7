// The one list of tables: drizzle wants them all in one object.
export * from "./addresses.ts";
export * from "./assisted.ts";
export * from "./auth.ts";
export * from "./division.ts";
export * from "./homes.ts";
export * from "./insights.ts";
export * from "./joint.ts";
export * from "./journal.ts";
export * from "./letters.ts";
export * from "./migration.ts";
export * from "./notices.ts";
export * from "./people.ts";
export * from "./privacy.ts";
export * from "./questions.ts";
export * from "./register.ts";
export * from "./sharing.ts";
export * from "./visits.ts";
