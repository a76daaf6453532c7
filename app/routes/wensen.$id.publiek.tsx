import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { AudienceFields, chosenAudience, ShareButton } from "../features/sharing/audience-fields.tsx";
import { audienceQuestion } from "../features/sharing/audience-question.server.ts";
import { ItemHeader } from "../features/sharing/item-header.tsx";
import { usePersonName } from "../features/sharing/person-name.tsx";
import { refusedPage } from "../features/sharing/refused-page.server.ts";
import { sharedWords } from "../features/sharing/shared-words.server.ts";
import { changeWishAudience } from "../features/wishes/change-wish-audience.server.ts";
import { ownWish } from "../features/wishes/own-wish.server.ts";
import { wishAudience } from "../features/wishes/wish.schema.server.ts";
import { WishView } from "../features/wishes/wish-view.tsx";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ErrorSummary, StepsLine } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const { wish, offered } = await asViewer(resident, async (tx) => ({
    wish: await ownWish(tx, resident, args.params.id),
    offered: await audienceQuestion(tx, resident, "share_wish"),
  }));
  return {
    ...wordsFor(resident.locale, "measures", "wishes", "catalogue"),
    title: serverT(resident.locale, "measures")("audience.title"),
    itemTitle: wish.kind ? serverT(resident.locale, "catalogue")(`kinds.${wish.kind}`) : (wish.title ?? ""),
    isNew: new URL(args.request.url).searchParams.has("nieuw"),
    place: { streetName: resident.streetName, neighbourhoodName: resident.neighbourhoodName },
    wish,
    offered,
  };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const form = parseForm(wishAudience(serverT(resident.locale, "wishes")), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const problem = await asViewer(resident, async (tx) => {
    const { id } = await ownWish(tx, resident, args.params.id);
    await changeWishAudience(tx, resident, id, form.value.audience);
    return null;
  }).catch(refusedPage(resident, "audience", form.values));
  if (problem) return formProblem(problem);
  return redirectWithFlash(`/wensen/${args.params.id}?bewaard`, { text: sharedWords(resident, form.value.audience) });
}

export default function WishAudience() {
  const t = useT("measures");
  const words = useT("wishes");
  const person = usePersonName();
  const { wish, offered, place, isNew, itemTitle } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const steps = wish.scope === "home" ? 4 : 3;
  return (
    <Page title={t("audience.title")} intro={t("audience.intro")} back={{ to: isNew ? `/wensen/${wish.id}/wijzigen` : `/wensen/${wish.id}`, words: itemTitle }}>
      {isNew ? <StepsLine step={steps} of={steps} /> : null}
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="group flex flex-col gap-6">
        <AudienceFields
          offered={offered}
          chosen={chosenAudience(problem?.values.audience, wish.audience)}
          error={problem?.errors.audience}
          place={place}
          preview={
            <>
              <ItemHeader type="wish" kind={wish.kind} title={itemTitle} line={words("detail.wishOf", { name: person({ ...wish, own: false }, true) })} />
              <WishView wish={wish} />
            </>
          }
        />
        <ShareButton offered={offered} />
      </Form>
    </Page>
  );
}
