import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MailCheck } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { LetterFacts } from "../features/moderation/letter-facts.tsx";
import { type PendingLetter, pendingLetters } from "../features/moderation/pending-letters.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { writtenPostcode } from "../i18n/postcode.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Choices, ErrorSummary } from "../ui/fields.tsx";
import { EmptyState, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const t = serverT(moderator.locale, "moderation");
  const wrong = new URL(args.request.url).searchParams.get("fout");
  const letters = await asViewer(moderator, (tx) => pendingLetters(tx, moderator));
  return {
    title: t("letters.title"),
    errors: wrong ? { letter: wrong === "geen" ? t("letters.nothingChosen") : t("letters.gone") } : null,
    toPrint: letters.filter((letter) => !letter.printedAt && !letter.notBefore),
    later: letters.filter((letter) => letter.notBefore),
    printed: letters.filter((letter) => letter.printedAt && !letter.notBefore),
  };
}

export default function Letters() {
  const t = useT("moderation");
  const { errors, toPrint, printed, later } = useLoaderData<typeof loader>();
  const any = toPrint.length + printed.length > 0;
  return (
    <Page title={t("letters.title")} intro={t("letters.intro")}>
      <ErrorSummary errors={errors} />
      {any ? (
        // The letters are a document of their own, made at this moment, hence a plain form.
        <form method="post" action="/beheer/brieven/afdruk" className="flex flex-col gap-6">
          {toPrint.length ? <LetterChoices legend={t("letters.toPrint")} letters={toPrint} chosen /> : null}
          {printed.length ? <LetterChoices legend={t("letters.printed")} hint={t("letters.printedHint")} letters={printed} /> : null}
          <div className="flex flex-col gap-2">
            <p>
              <Button wide>{t("letters.submit")}</Button>
            </p>
            <p className="measure text-sm text-ink-soft">{t("letters.submitHint")}</p>
          </div>
        </form>
      ) : (
        <EmptyState icon={<MailCheck />} title={t("letters.none")}>
          {t("letters.noneText")}
        </EmptyState>
      )}
      {later.length ? <LetterChoices legend={t("letters.later")} hint={t("letters.laterHint")} letters={later} disabled /> : null}
    </Page>
  );
}

function LetterChoices({ letters, chosen = false, disabled = false, ...rest }: { legend: string; hint?: string; letters: PendingLetter[]; chosen?: boolean; disabled?: boolean }) {
  return (
    <Choices
      {...rest}
      name="letter[]"
      several
      chosen={chosen ? letters.map(({ id }) => id) : []}
      choices={letters.map((letter) => ({
        value: letter.id,
        label: `${letter.street} ${letter.number}, ${writtenPostcode(letter.postcode)}`,
        hint: <LetterFacts letter={letter} />,
        disabled,
      }))}
    />
  );
}
