import type { Page } from "@playwright/test";
import { dayAfter, today } from "../../app/features/roles/role-days.ts";
import { letPass } from "./clock.ts";
import { logInByForms, letterTo, mailWith, mainOf, newestMail, sendForm } from "./mail.ts";
import { leftAtHomeOf, measureOf, planToMove } from "./moving.ts";
import { makePasskey, removalOf, withDevice } from "./passkey.ts";
import { freeHomes, ids, movers, ordinaryResident, people } from "./people.ts";
import { freshen, withFreshStep } from "./second-step.ts";
import { askNeighboursByForms, codeOn, homeWithNeighbours, openQuestion, vouchByForms } from "./vouching.ts";

// How to come to pages that have no fixed address, or that are there only after something was done.

/** Ends with the address of the page, or with nothing when the page is there already. */
export type Way = (page: Page) => Promise<string | void>;

/** A mailbox that nobody has. */
const newMailbox = (name: string) => `${name}-${Date.now()}@voorbeeld.test`;

type Which = "first" | "last";

/** The address behind a link of a list, with what comes after it. The last is the oldest, where no other test is at work. */
export const behind = (which: Which, list: string, link: string, after = ""): Way => async (page) => {
  const links = [...(await mainOf(page, list)).matchAll(new RegExp(`href="(${link}[0-9a-f-]{36})`, "g"))];
  return `${links.at(which === "first" ? 0 : -1)![1]}${after}`;
};

/** A promise of which an official can tell how it is going. */
export const runningPromise: Way = async (page) => /href="(\/gemeente\/toezeggingen\/[0-9a-f-]{36})"/.exec(await mainOf(page, "/gemeente/toezeggingen"))![1]!;

/** What a moderator decided on a message of the municipality. */
export const reportOfPost: Way = async (page) => {
  const [link] = (await mainOf(page, "/beheer/meldingen")).match(/<a [^>]*VB246GMT[^>]*>/) ?? [];
  return /href="([^"]+)"/.exec(link!)![1]!;
};

/** The home of the sample where nobody has joined. */
export const freeHome = freeHomes()[6]!;
export const freeDwelling = ids.unit(freeHome.unit);

/** After asking for a mail to log in with. */
export const askedToLogIn: Way = async (page) => {
  await sendForm(page, "/inloggen", { email: newMailbox("niemand") });
  return "/inloggen/code";
};

/** The link from a mail to log in with; `elsewhere` opens it in another browser. */
export const linkToLogIn = (resident: number, { elsewhere = false } = {}): Way => async (page) => {
  const { email } = ordinaryResident(resident);
  await sendForm(page, "/inloggen", { email });
  const { link } = await newestMail(page, email);
  if (elsewhere) await page.context().clearCookies();
  return link;
};

export const askedToSignUp: Way = async (page) => {
  await sendForm(page, `/meedoen/mail?adres=${freeDwelling}`, { email: newMailbox("aanmelder"), leeftijd: "ja" });
  return `/meedoen/mail/code?adres=${freeDwelling}`;
};

export const missingAddressSent: Way = async (page) => {
  await page.goto("/meedoen/adres-ontbreekt?postcode=9980AA&nummer=99");
  await page.getByLabel("Je mailadres").fill(newMailbox("mist"));
  await page.getByRole("button", { name: "Stuur naar de beheerder" }).click();
  await page.getByRole("heading", { name: "Bedankt, het is gemeld" }).waitFor();
};

export const askedToWait: Way = async (page) => {
  await sendForm(page, "/wachtlijst?buurt=BU99010103", { email: newMailbox("wachter") });
  return "/wachtlijst/code?buurt=BU99010103";
};

export const leaveWaitingList: Way = async (page) => {
  const email = newMailbox("wachter");
  await sendForm(page, "/wachtlijst?buurt=BU99010103", { email });
  return (await mailWith(page, email, /https?:\/\/[^\s"<]+\/wachtlijst\/stoppen\/[\w.-]+/)).found;
};

/** The invitation that an adult of a household sends, opened by who gets it. */
export const invited: Way = async (page) => {
  const email = newMailbox("genodigd");
  await sendForm(page, "/huishouden/uitnodigen", { email });
  const { found } = await mailWith(page, email, /https?:\/\/[^\s"<]+\/uitnodiging\/[\w-]+/);
  await page.context().clearCookies();
  return found;
};

export const askedForNewMailbox: Way = async (page) => {
  await sendForm(page, "/huishouden/e-mail", { email: newMailbox("verhuisd") });
  return "/huishouden/e-mail/code";
};

/** The link in the mail to the mailbox that somebody leaves. */
export const oldMailbox: Way = async (page) => {
  const email = newMailbox("verhuisd");
  await sendForm(page, "/huishouden/e-mail", { email });
  await sendForm(page, "/huishouden/e-mail/code", { code: (await newestMail(page, email)).code });
  return (await mailWith(page, people.newcomer, /https?:\/\/[^\s"<]+\/oud-mailadres\/[\w.-]+/)).found;
};

/** A moderator or official between the code of the mail and the code of the telephone. */
export const halfLoggedIn = (person: "moderator" | "gemeente", path: string): Way => async (page) => {
  await logInByForms(page, people[person]);
  return path;
};

/** A page for which a moderator shows the second step once more where that was long ago. */
export const afterSecondStep = (way: string | Way): Way => async (page) => withFreshStep(page, typeof way === "string" ? way : (await way(page))!);

/** Figures of this quarter, which are prepared where nobody did; once in a quarter. */
export const preparedFigures = (after = ""): Way => async (page) => {
  await freshen(page, "/beheer/cijfers", "moderator");
  const found = async () => /\/beheer\/cijfers\/[0-9a-f-]{36}/.exec(await mainOf(page, "/beheer/cijfers"))?.[0];
  const there = await found();
  if (!there) await sendForm(page, "/beheer/cijfers", { gebied: "BU99010102" });
  return `${there ?? (await found())}${after}`;
};

export const newestInPostbox: Way = async (page) => /\/postvak\/[\w-]+/.exec(await mainOf(page, "/postvak"))![0];

/** The question before a photo is taken away. */
export const removalOfPhoto: Way = async (page) => {
  const measures = new Set([...(await mainOf(page, "/mijn-huis")).matchAll(/href="(\/maatregelen\/[0-9a-f-]{36})"/g)].map(([, path]) => path!));
  for (const path of measures) {
    const [photo] = /\/foto\/[0-9a-f-]{36}/.exec(await mainOf(page, path)) ?? [];
    if (photo) return `${photo}/verwijdering`;
  }
  throw new Error("no own measure has a photo");
};

/** What can be done with an answer on the page of the first question of a list. */
export const answerBehind = (list: string, deed: string, wanted = deed): Way => async (page) => {
  const question = await behind("first", list, "/vragen/")(page);
  const [answer] = new RegExp(`/antwoorden/[0-9a-f-]{36}(?=/${deed}")`).exec(await mainOf(page, question!)) ?? [];
  if (!answer) throw new Error(`no answer on ${question} has ${deed}`);
  return `${answer}/${wanted}`;
};

/** The question before a passkey goes. */
export const removalOfPasskey: Way = async (page) => {
  const device = await withDevice(page);
  await logInByForms(page, ordinaryResident(11).email);
  const name = `Telefoon ${Date.now()}`;
  await makePasskey(page, name);
  const path = await removalOf(page, name);
  await device.putAway();
  return path;
};

/** After asking neighbours: the code to pass on. */
export const codeForNeighbours: Way = async (page) => {
  await sendForm(page, "/meedoen/buren", { naam: "Robin" });
  return "/meedoen/buren/code";
};

/** The question to a neighbour with a code. */
export const questionToNeighbour: Way = async (page) => {
  const home = homeWithNeighbours(2);
  const code = await askNeighboursByForms(page, home, "Vraag");
  await page.context().clearCookies();
  await logInByForms(page, home.neighbours[0]!);
  return openQuestion(page, "/borg", code);
};

/** The question to a moderator at a door. */
export const questionAtDoor: Way = async (page) => {
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  const code = await askNeighboursByForms(page, homeWithNeighbours(3), "Deur");
  await page.context().clearCookies();
  await page.context().addCookies(cookies);
  return openQuestion(page, "/aan-de-deur", code);
};

/** Somebody who is doubted, for the moderator who decides. */
export const disputedAddress: Way = async (page) => {
  const cookies = await page.context().cookies();
  const home = homeWithNeighbours(4);
  await page.context().clearCookies();
  const code = await askNeighboursByForms(page, home, "Twijfel");
  await page.context().clearCookies();
  await logInByForms(page, home.neighbours[0]!);
  await sendForm(page, await openQuestion(page, "/borg", code), { antwoord: "klopt-niet" });
  await page.context().clearCookies();
  await page.context().addCookies(cookies);
  return `${/\/beheer\/adresvragen\/[0-9a-f-]{36}/.exec(await mainOf(page, "/beheer/adressen"))![0]}`;
};

/** Somebody whose home was objected to with the code from the letter. */
export const stoppedByLetter: Way = async (page) => {
  const home = homeWithNeighbours(5);
  const code = await askNeighboursByForms(page, home, "Stil");
  const cookies = await page.context().cookies();
  for (const neighbour of home.neighbours.slice(0, 2)) {
    await page.context().clearCookies();
    await vouchByForms(page, neighbour, code);
  }
  const letter = codeOn(await letterTo(page, `${home.unit.street} ${home.unit.number}`));
  await sendForm(page, "/bezwaar-adres", { postcode: home.unit.postcode, code: letter });
  await page.context().clearCookies();
  await page.context().addCookies(cookies);
  return "/meedoen/stilstand";
};

/** Somebody who left, and logs in again within seven days. */
export const leftAndBack: Way = async (page) => {
  const { email } = ordinaryResident(8);
  await logInByForms(page, email);
  await sendForm(page, "/toestemmingen/vertrek", { "sure[]": "yes" });
  await logInByForms(page, email);
  return "/blijven";
};

/** Somebody who moved, and left a measure with the home. */
export const movedOut: Way = async (page) => {
  await logInByForms(page, ordinaryResident(16).email);
  await measureOf(page, "glazing");
  await planToMove(page, today());
  return "/verhuisd";
};

/** Somebody who moves in a year, and leaves a measure with the home. */
export const movesInAYear = (path: string): Way => async (page) => {
  await logInByForms(page, movers[3]!.email);
  await measureOf(page, "glazing");
  await planToMove(page, dayAfter({ years: 1 }));
  return path;
};

/** Somebody at whose home earlier residents left measures. */
export const leftByEarlierResidents: Way = async (page) => {
  await logInByForms(page, movers[4]!.email);
  for (const kind of ["roof_insulation", "glazing"]) await leftAtHomeOf(page, movers[4]!.email, kind);
  return "/mijn-huis";
};

/** Somebody who agreed to be counted under a text that said less. */
export const agreedUnderAnOlderText: Way = async (page) => {
  await logInByForms(page, movers[4]!.email);
  return agreeUnderAnOlderText(page, movers[4]!.email);
};

/** Agrees to be counted, under a text that said less. @returns where that is read */
export async function agreeUnderAnOlderText(page: Page, email: string): Promise<string> {
  for (const cijfers of ["nee", "ja"]) await sendForm(page, "/welkom/cijfers", { cijfers });
  await letPass(
    page,
    "update consent set text_version = 'published_figures-2', field_group = 'counts', text_shown = $2 where purpose = 'published_figures' and withdrawn_at is null and resident_id = (select id from auth.account where email = $1) returning id",
    [email, "Ons huishouden telt mee in openbare cijfers over de hele buurt of wijk, zoals het aantal huizen met zonnepanelen."],
    "move-out",
  );
  return "/toestemmingen";
}

/** The question before one of those is blocked who join a wish. */
export const blockOfJoiner: Way = async (page) => {
  const wishes = new Set([...(await mainOf(page, "/buurt")).matchAll(/href="(\/wensen\/[0-9a-f-]{36})"/g)].map(([, path]) => path!));
  for (const wish of wishes) {
    const [question] = /\/wensen\/[0-9a-f-]{36}\/deelnemers\/[0-9a-f-]{36}\/blokkeren/.exec(await mainOf(page, wish)) ?? [];
    if (question) return question;
  }
  throw new Error("nobody joins a wish");
};

/** After the household said of every fact of its home that it is otherwise. */
export const ownHomeCorrected: Way = async (page) => {
  await sendForm(page, "/mijn-huis/gegevens", { dwellingType: "other", builtYear: "1996", areaM2: "78", energyClass: "none" });
  return "/mijn-huis";
};

/** What can be done with a message of an own private thread. */
export const messageInThread = (deed: "intrekking" | "melden"): Way => async (page) => {
  const threads = [...(await mainOf(page, "/gesprekken")).matchAll(/href="(\/gesprekken\/[0-9a-f-]{36})/g)].map(([, path]) => path!);
  for (const thread of threads) {
    const found = new RegExp(`href="(/gesprekken/bericht/[0-9a-f-]{36}/${deed})"`).exec(await mainOf(page, thread));
    if (found) return found[1];
  }
  throw new Error(`No message of an own thread has a way to ${deed}.`);
};

/** The first question about a measure of a neighbour who welcomes questions, however much has been shared since. */
export const askAboutMeasure: Way = async (page) => {
  for (let list: string | undefined = "/buurt"; list; ) {
    const shown: string = await mainOf(page, list);
    for (const [, path] of shown.matchAll(/href="(\/maatregelen\/[0-9a-f-]{36})"/g)) {
      if ((await mainOf(page, path!)).includes(`${path}/vraag`)) return `${path}/vraag`;
    }
    list = /href="(\/buurt\?na=[^"]+)"/.exec(shown)?.[1]?.replaceAll("&amp;", "&");
  }
  throw new Error("No neighbour of the sample welcomes questions.");
};
