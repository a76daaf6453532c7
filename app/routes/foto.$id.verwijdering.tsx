import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { ownPhoto } from "../features/measures/own-photo.server.ts";
import { removePhoto } from "../features/measures/remove-photo.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { isUuid } from "../http/is-uuid.ts";
import { notFound } from "../http/not-found.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const photo = await asViewer(resident, (tx) => ownPhoto(tx, resident, args.params.id));
  if (!photo) throw notFound();
  return { ...wordsFor(resident.locale, "measures"), title: serverT(resident.locale, "measures")("photoRemoval.title"), photo };
}

/** Takes away a photo of an own measure. */
export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const { id } = args.params;
  const measureId = isUuid(id) ? await asViewer(resident, (tx) => removePhoto(tx, resident, id)) : null;
  if (!measureId) throw notFound();
  return redirectWithFlash(`/maatregelen/${measureId}/ervaring`, { text: serverT(resident.locale, "measures")("experience.photoRemoved") });
}

export default function PhotoRemoval() {
  const t = useT("measures");
  const { photo } = useLoaderData<typeof loader>();
  return (
    <Page title={t("photoRemoval.title")} intro={t("photoRemoval.intro")}>
      <img src={`/foto/${photo.id}`} alt={photo.alt ?? ""} className="max-h-96 w-full rounded-xl bg-raised object-contain" />
      <Form method="post" className="flex flex-col gap-3 sm:flex-row">
        <Button look="danger" wide>
          {t("experience.removePhoto")}
        </Button>
        <ButtonLink look="secondary" wide to={`/maatregelen/${photo.measureId}/ervaring`}>
          {t("withdrawal.keep")}
        </ButtonLink>
      </Form>
    </Page>
  );
}
