import { type CDPSession, expect, type Page } from "@playwright/test";
import { press } from "./flows.ts";

/** A device that can hold passkeys and recognises its owner at once. */
export type Device = { recognises: (owner: boolean) => Promise<void>; putAway: () => Promise<void> };

/** Gives the browser of a page a device (Chromium's virtual authenticator), until it is put away. */
export async function withDevice(page: Page): Promise<Device> {
  const chromium: CDPSession = await page.context().newCDPSession(page);
  await chromium.send("WebAuthn.enable");
  const { authenticatorId } = await chromium.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  return {
    recognises: async (owner) => void (await chromium.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: owner })),
    putAway: async () => {
      await chromium.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId });
      await chromium.detach();
    },
  };
}

/** Makes a passkey on the page where that is done, as who is logged in. */
export async function makePasskey(page: Page, name: string): Promise<void> {
  await page.goto("/passkeys");
  await page.getByLabel("Hoe noem je deze passkey?").fill(name);
  await press(page, "Maak een passkey op dit apparaat");
}

/** Presses the button for who has a passkey. */
export const usePasskey = (page: Page) => press(page, "Met vingerafdruk of gezicht (passkey)");

/** Waits for the list to show a passkey. @returns the address of the question before it goes */
export async function removalOf(page: Page, name: string): Promise<string> {
  const link = page.getByRole("link", { name: `Haal passkey ${name} weg` });
  await expect(link).toBeVisible();
  return (await link.getAttribute("href"))!;
}
