import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { findKoploper } from "../features/koplopers/koplopers-for.server.ts";
import { ownKoploper } from "../features/koplopers/save-koploper.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { ItemFooter } from "../features/sharing/item-footer.tsx";
import { usePersonName } from "../features/sharing/person-name.tsx";
import { AskLink } from "../features/threads/ask-link.tsx";
import { whomToAsk } from "../features/threads/whom-to-ask.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { koploper, ask, mine } = await asViewer(resident, async (tx) => ({
    koploper: await findKoploper(tx, resident, args.params.id),
    ask: await whomToAsk(tx, resident, { kind: "koploper", id: args.params.id }),
    mine: await ownKoploper(tx, resident),
  }));
  if (mine && mine.id === args.params.id) throw redirect("/koploper");
  if (!koploper) throw notFound();
  return { ...wordsFor(resident.locale, "koplopers", "threads", "measures", "catalogue"), title: serverT(resident.locale, "koplopers")("detail.title"), koploper, ask: ask && { threadId: ask.threadId } };
}

export default function KoploperPage() {
  const t = useT("koplopers");
  const names = useT("catalogue");
  const person = usePersonName();
  const { title, koploper, ask } = useLoaderData<typeof loader>();
  const { id, streetName, number, kinds, line, openingId, place } = koploper;
  return (
    <Page title={title} intro={t("detail.of", { name: person(koploper, true) })} back={{ to: "/koplopers", words: t("list.back") }}>
      {line ? <p className="measure text-lg break-words">{line}</p> : null}
      <p className="measure">{t("card.about", { kinds: kinds.map((kind) => names(`kinds.${kind}`)).join(", ") })}</p>
      {number && place ? (
        <p>
          {`${streetName} ${number} · `}
          <Link to={`/kaart?huis=${place}`} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
            {t("detail.map")}
          </Link>
        </p>
      ) : null}
      {ask ? <AskLink ask={ask} path={`/koplopers/${id}`} /> : null}
      {openingId ? (
        <p>
          <ButtonLink wide look={ask ? "secondary" : "primary"} to={`/kijkjes/${openingId}`}>
            {t("detail.ask")}
          </ButtonLink>
        </p>
      ) : (
        <>
          <p className="measure">{t("detail.noAsk")}</p>
          <p>
            <ButtonLink look="secondary" to="/kijkjes">
              {t("detail.visits")}
            </ButtonLink>
          </p>
        </>
      )}
      <ItemFooter item={{ own: false, sharedAt: null }} path={`/koplopers/${id}`} />
    </Page>
  );
}
