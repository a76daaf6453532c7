import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { installDependencies, run } from "./dependencies.mjs";

// The whole platform on one machine, with a made-up neighbourhood: installs, builds, fills the embedded database, starts.
installDependencies();
const folder = process.env.DATA_DIR ?? ".data";
mkdirSync(folder, { recursive: true });
const secretFile = join(folder, "demo-secret");
if (!existsSync(secretFile)) writeFileSync(secretFile, randomBytes(48).toString("base64"), { mode: 0o600 });
const port = process.env.PORT ?? "3000";
Object.assign(process.env, {
  NODE_ENV: "production",
  APP_MODE: "demo",
  DATA_DIR: folder,
  APP_SECRET: readFileSync(secretFile, "utf8"),
  APP_URL: process.env.APP_URL ?? `http://localhost:${port}`,
  ORGANISATION_NAME: "Energiecoöperatie Lindewaard (voorbeeld)",
  ORGANISATION_ADDRESS: "Kerkplein 1, 9980 XA Lindewaard",
  ORGANISATION_PHONE: "0900 000 00 00",
});
for (const name of ["DATABASE_URL", "SMTP_URL", "RESEND_API_KEY"]) delete process.env[name];
build();
const filled = join(folder, "sample-is-complete");
if (!existsSync(filled)) {
  console.log("filling the embedded database with the voorbeeld neighbourhoods…");
  run("npx", ["--no-install", "tsx", "db/sample/fill.ts"]);
  writeFileSync(filled, "");
}
console.log("starting…");
if (process.env.DEMO_HOST) console.warn(`warning: the demo listens on ${process.env.DEMO_HOST}; everyone who can reach it can log in as anybody. It holds made-up people only.`);
try {
  const { start } = await import("../build/server/index.js");
  await start();
} catch (error) {
  console.error(error.code === "EADDRINUSE" ? `Port ${port} is in use: stop what runs there, or choose another with PORT=3001 npm run demo.` : error.message);
  process.exit(1);
}
console.log(`ready http://localhost:${port}

Log in at http://localhost:${port}/inloggen with one of these addresses; the mail with the link and the code is at
http://localhost:${port}/postvak (nothing is really sent):
  resident          bewoner@voorbeeld.test
  second resident   buur@voorbeeld.test
  moderator         moderator@voorbeeld.test   second step: http://localhost:${port}/postvak shows the current code
  official          gemeente@voorbeeld.test    second step: the same
  landlord          verhuurder@voorbeeld.test
Or join as somebody new: at http://localhost:${port}/meedoen, with a mailbox that you make up, the free home Kastanjelaan 5, 9980 XM.
Stop with Ctrl+C. Delete ${folder}/ to begin again.`);
