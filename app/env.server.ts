import { z } from "zod";

const environment = z.object({
  APP_MODE: z.enum(["production", "demo", "development", "test"]).default("production"),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  /** The address on which the server listens. */
  HOST: z.string().optional(),
  /** The demo shows made-up people to everyone, so it stays on this machine unless told otherwise. */
  DEMO_HOST: z.string().optional(),
  /** How the outside world reaches us: in links in mails and letters. */
  APP_URL: z.url({ message: "must be a URL such as https://buurhof.example" }).default("http://localhost:3000"),
  APP_SECRET: z.string({ message: "is missing: make one with `openssl rand -base64 48`" }).min(32, "must have at least 32 characters: make one with `openssl rand -base64 48`"),
  DATABASE_URL: z.string().optional(),
  DATA_DIR: z.string().default(".data"),
  /** Number of proxies in front of the server whose X-Forwarded-For may be believed. */
  TRUST_PROXY: z.coerce.number().int().min(0).default(0),
  RESEND_API_KEY: z.string().optional(),
  /** Another host that speaks Resend's protocol. */
  RESEND_BASE_URL: z.url().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default("Buurhof <post@buurhof.example>"),
  /** "off" leaves the jobs to another web process. */
  WORKER: z.enum(["on", "off"]).default("on"),
  /** Outside the database, its disk and its backup: what must never come back after a restore. */
  JOURNAL_FILE: z.string().optional(),
  /** A tile service such as PDOK's, with {z}, {x} and {y}; nothing outside our own server is asked without it. */
  BASEMAP_URL: z
    .url({ protocol: /^https?$/, message: "must be a URL such as https://tiles.example/{z}/{x}/{y}.png" })
    .refine((url) => ["{z}", "{x}", "{y}"].every((part) => url.includes(part)), "must have {z}, {x} and {y} in it")
    .optional(),
  BASEMAP_ATTRIBUTION: z.string().optional(),
  /** Who runs this site: shown on the letters and the privacy page. */
  ORGANISATION_NAME: z.string().default("Energiecoöperatie"),
  ORGANISATION_ADDRESS: z.string().default(""),
  ORGANISATION_PHONE: z.string().default(""),
  ORGANISATION_EMAIL: z.string().default(""),
});

export type Environment = z.infer<typeof environment>;
let parsed: Environment | undefined;

/**
 * The settings of this process, checked once.
 * @throws one line that names every setting that is missing or wrong
 */
export function env(): Environment {
  if (parsed) return parsed;
  const result = environment.safeParse(process.env);
  if (!result.success) {
    throw new Error(`Wrong configuration: ${result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; ")}.`);
  }
  if (result.data.APP_MODE === "production") {
    if (!result.data.DATABASE_URL) throw new Error("Wrong configuration: DATABASE_URL is missing; production needs PostgreSQL 15 or newer.");
    if (!result.data.JOURNAL_FILE) throw new Error("Wrong configuration: JOURNAL_FILE is missing; it is a file on another disk than the database and outside its backup.");
    if (!result.data.APP_URL.startsWith("https://")) throw new Error("Wrong configuration: APP_URL must begin with https:// in production.");
    if (!result.data.RESEND_API_KEY && !result.data.SMTP_URL) throw new Error("Wrong configuration: set RESEND_API_KEY or SMTP_URL; nobody can log in without mail.");
  }
  parsed = result.data;
  return parsed;
}
