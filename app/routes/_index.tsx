import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowEveryone } from "../features/session/guards.server.ts";
import { chosenLocale } from "../i18n/locale.server.ts";
import { wordsFor } from "../i18n/words.server.ts";
import { Page } from "../ui/page.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  allowEveryone();
  return wordsFor(chosenLocale(request), "pages");
}

export default function Landing() {
  return <Page title="Buurhof">Buurhof</Page>;
}
