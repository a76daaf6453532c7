import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/**
 * A Chromium that is there, else one that may be installed: Debian's as root, else Playwright's own.
 * @returns {{ path: string | null, remark: string }}
 */
export function findChromium() {
  const found = look();
  if (found) return { path: found, remark: "" };
  console.log("no Chromium found: trying to install one…");
  if (process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0) {
    spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    spawnSync("apt-get", ["install", "-y", "-qq", "chromium"], { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  }
  if (!look()) spawnSync("npx", ["--no-install", "playwright", "install", "chromium"], { stdio: "ignore", timeout: 180_000 });
  return { path: look(), remark: "The browser tests did not run: install Chromium (Debian: apt-get install chromium) or set CHROMIUM_PATH." };
}

function look() {
  return [process.env.CHROMIUM_PATH, ...installed, chromium.executablePath()].find((path) => path && existsSync(path)) ?? null;
}
