import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { useChoiceWords } from "../features/letters/batch-line.tsx";
import { hoursToFetch, minutesToFetchAgain } from "../features/letters/batch-work.server.ts";
import { letterBatchOf } from "../features/letters/batches.server.ts";
import { mayOrderAgain } from "../features/letters/order-letters.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { useDay } from "../i18n/use-day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Facts, Page } from "../ui/page.tsx";
import { useRefresh } from "../ui/use-refresh.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const batch = await asViewer(moderator, (tx) => letterBatchOf(tx, moderator, idIn(args.params)));
  if (!batch) throw notFound();
  const { id, choice, state, failure, total, made, createdAt, readyAt, fetchedAt, goneAt, neighbourhoodName, streetName, secondLocale } = batch;
  const again = state === "fetched" && fetchedAt !== null && batch.fetchedBy === moderator.residentId && fetchedAt.getTime() > Date.now() - minutesToFetchAgain * 60_000;
  return {
    title: serverT(moderator.locale, "moderation")("batch.title"),
    batch: { id, choice, state, failure, total, made, createdAt, readyAt, fetchedAt, goneAt, neighbourhoodName, streetName, secondLocale },
    mayFetch: goneAt === null && (state === "ready" || again),
    mayOrderAgain: mayOrderAgain(batch),
    hoursToFetch,
    minutesToFetchAgain,
  };
}

export default function LetterBatch() {
  const t = useT("moderation");
  const day = useDay();
  const words = useChoiceWords();
  const { batch, mayFetch, mayOrderAgain: mayAgain, hoursToFetch: hours, minutesToFetchAgain: minutes } = useLoaderData<typeof loader>();
  const { id, state, total, made } = batch;
  const working = state === "waiting" || state === "making";
  useRefresh(working);
  const facts = [
    { name: t("batch.what"), value: `${words(batch)}, ${batch.neighbourhoodName}` },
    { name: t("batch.ordered"), value: day(batch.createdAt) },
    ...(total === null ? [] : [{ name: t("batch.letters"), value: t("batch.count", { count: total }) }]),
    ...(batch.fetchedAt ? [{ name: t("batch.fetched"), value: day(batch.fetchedAt) }] : []),
    { name: t("batch.state"), value: t(`batch.states.${state}`), note: batch.failure ? t(`batch.failures.${batch.failure}`) : undefined },
  ];
  return (
    <Page title={t("batch.title")} back={{ to: "/beheer/brieven", words: t("newLetters.back") }}>
      <Facts facts={facts} />
      {working ? (
        <div role="status" className="flex flex-col items-start gap-3">
          <p className="font-semibold">{total === null ? t("batch.begins") : t("batch.progress", { made, total })}</p>
          {total === null ? null : <progress className="w-full accent-(--garden)" value={made} max={total} aria-label={t("batch.progressLabel")} />}
          <ButtonLink look="secondary" to={`/beheer/brieven/${id}`}>
            {t("batch.look")}
          </ButtonLink>
        </div>
      ) : null}
      {mayFetch ? (
        // The answer is a file, hence a plain form.
        <form method="post" action={`/beheer/brieven/${id}/ophalen`} className="flex flex-col gap-2">
          <Button wide>{t("batch.fetch")}</Button>
          <p className="measure text-ink-soft">{t("batch.fetchHint", { hours, minutes })}</p>
          <p className="measure text-ink-soft">{t("batch.printHint")}</p>
        </form>
      ) : null}
      {mayAgain ? (
        <form method="post" action={`/beheer/brieven/${id}/opnieuw`} className="flex flex-col gap-2">
          <Button look="secondary" wide>
            {t("batch.again")}
          </Button>
          <p className="measure text-sm text-ink-soft">{t(state === "fetched" ? "batch.againFetchedHint" : "batch.againHint")}</p>
        </form>
      ) : null}
    </Page>
  );
}
