import { addPasskey } from "../../app/features/passkeys/add-passkey.server.ts";
import { askForNewPasskey } from "../../app/features/passkeys/ask-for-new-passkey.server.ts";
import { askForPasskey } from "../../app/features/passkeys/ask-for-passkey.server.ts";
import { logInWithPasskey } from "../../app/features/passkeys/log-in-with-passkey.server.ts";
import { spendPasskey } from "../../app/features/passkeys/spend-passkey.server.ts";
import { confirmSecondFactor } from "../../app/features/second-factor/confirm-second-factor.server.ts";
import { recogniseBrowser } from "../../app/features/session/browser.server.ts";
import { currentViewer } from "../../app/features/session/guards.server.ts";
import { logIn, requestTo } from "./log-in.ts";
import { type Oddities, SoftwareAuthenticator } from "./software-authenticator.ts";

/** One browser with one device: it has cookies, and keys that nobody else has. */
export class TestBrowser {
  readonly device = new SoftwareAuthenticator();
  readonly hash: string;
  readonly cookie: string;
  session = "";

  constructor() {
    const browser = recogniseBrowser(new Request("http://localhost:3000/"));
    this.hash = browser.hash;
    this.cookie = browser.setCookie.split(";")[0]!;
  }

  /** Logs in as by mail. */
  async logIn(accountId: string, options?: { staff?: boolean }) {
    this.session = await logIn(accountId, options);
    return this;
  }

  get request(): Request {
    return requestTo("/", `${this.cookie}; ${this.session}`).request;
  }

  /** Who is logged in here. */
  get viewer() {
    return currentViewer({ request: this.request, context: {} });
  }

  /** Adds a passkey to the account that is logged in, in one go; `odd` is what is wrong with it. */
  async add({ name = "Mijn telefoon", by = this as TestBrowser, ...odd }: Oddities & { name?: string; id?: string; by?: TestBrowser } = {}) {
    const viewer = (await this.viewer)!;
    const options = await askForNewPasskey(viewer, by.hash);
    if (!options) return { ok: false as const };
    const added = await addPasskey(viewer, this.request, { name, answer: this.device.make(options, odd) });
    if (!added.ok) this.device.keys.pop();
    else if (added.second) this.session = added.second.cookie.split(";")[0]!;
    return added;
  }

  /** What the device says when it is asked to log in. `by` is the browser that asked. */
  async sign({ by = this as TestBrowser, ...odd }: Oddities & { by?: TestBrowser } = {}) {
    return this.device.use(await askForPasskey({ browserHash: by.hash, accountId: null }), odd);
  }

  /** Logs in with the passkey; gives whether that worked. */
  async enter(odd: Oddities & { by?: TestBrowser } = {}): Promise<boolean> {
    const cookie = await logInWithPasskey(this.request, await this.sign(odd));
    if (cookie) this.session = cookie.split(";")[0]!;
    return cookie !== null;
  }

  /** Takes the second step with the passkey; gives whether that worked. */
  async secondStep(odd: Oddities = {}): Promise<boolean> {
    const viewer = (await this.viewer)!;
    const asked = { browserHash: this.hash, accountId: viewer.accountId };
    const answer = this.device.use(await askForPasskey(asked), odd);
    const confirmed = await confirmSecondFactor(viewer, this.request, async (tx) => (await spendPasskey(tx, asked, answer)) !== null);
    if (confirmed.ok) this.session = confirmed.cookie.split(";")[0]!;
    return confirmed.ok;
  }
}
