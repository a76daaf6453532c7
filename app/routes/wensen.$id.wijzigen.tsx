import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { formValuesOf } from "../features/sharing/form-values.ts";
import { refusedPage } from "../features/sharing/refused-page.server.ts";
import { changeWish } from "../features/wishes/change-wish.server.ts";
import { ownWish } from "../features/wishes/own-wish.server.ts";
import { homeWish, neighbourhoodWish } from "../features/wishes/wish.schema.server.ts";
import { HomeWishFields, NeighbourhoodWishFields } from "../features/wishes/wish-fields.tsx";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/fields.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const wish = await asViewer(resident, (tx) => ownWish(tx, resident, args.params.id));
  return {
    ...wordsFor(resident.locale, "wishes", "catalogue"),
    title: serverT(resident.locale, "wishes")("form.changeTitle"),
    wish: { id: wish.id, kind: wish.kind, title: wish.title },
    values: formValuesOf(wish),
  };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const wish = await asViewer(resident, (tx) => ownWish(tx, resident, args.params.id));
  const t = serverT(resident.locale, "wishes");
  const sent = await readForm(args.request);
  const form = wish.scope === "home" ? parseForm(homeWish(t).omit({ id: true }), sent) : parseForm(neighbourhoodWish(t).omit({ id: true }), sent);
  if (!form.ok) return formProblem(form);
  const problem = await asViewer(resident, async (tx) => {
    await changeWish(tx, resident, wish.id, form.value);
    return null;
  }).catch(refusedPage(resident, "form", form.values));
  if (problem) return formProblem(problem);
  return redirectWithFlash(`/wensen/${wish.id}`, { text: serverT(resident.locale, "measures")("done.saved") });
}

export default function ChangeWish() {
  const t = useT("wishes");
  const names = useT("catalogue");
  const { wish, values } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const fields = { values: problem?.values ?? values, errors: problem?.errors ?? {} };
  return (
    <Page title={t("form.changeTitle")} back={{ to: `/wensen/${wish.id}`, words: wish.kind ? names(`kinds.${wish.kind}`) : (wish.title ?? "") }}>
      <ErrorSummary errors={problem?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        {wish.kind ? <HomeWishFields kind={wish.kind} {...fields} /> : <NeighbourhoodWishFields {...fields} />}
        <Button wide>{t("form.saveChanges")}</Button>
      </Form>
    </Page>
  );
}
