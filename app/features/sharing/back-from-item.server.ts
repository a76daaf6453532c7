import type { Locale } from "../../../db/schema/choices.ts";
import { safePath } from "../../http/safe-path.ts";
import { serverT } from "../../i18n/words.server.ts";

/** The pages that list what is shared, and how the way back to them is called. */
const lists = [
  { page: /^\/kaart(?:[?]|$)/, words: "map" },
  { page: /^\/mijn-huis(?:[/?]|$)/, words: "home" },
  { page: /^\/buurt\/profiel(?:[?]|$)/, words: "profile" },
  { page: /^\/buurt(?:[?]|$)/, words: "neighbourhood" },
] as const;

/**
 * The way back from something that is shared: to the list from which it was opened, filters and all, as the browser says in
 * `Referer`; where it says nothing of use, one's own things go back to Mijn huis and those of others to the neighbourhood.
 */
export function backFromItem(request: Request, locale: Locale, own: boolean): { to: string; words: string } {
  const from = pathBefore(request);
  const list = lists.find(({ page }) => page.test(from));
  const t = serverT(locale, "common");
  if (list) return { to: from, words: t(`backTo.${list.words}`) };
  return own ? { to: "/mijn-huis", words: t("backTo.home") } : { to: "/buurt", words: t("backTo.neighbourhood") };
}

/** The page of ours that led here, as a path; '' where it is not known or is of another site. */
function pathBefore(request: Request): string {
  const referer = request.headers.get("referer") ?? "";
  if (!URL.canParse(referer)) return "";
  const { host, pathname, search } = new URL(referer);
  return host === new URL(request.url).host ? safePath(pathname + search, "") : "";
}
