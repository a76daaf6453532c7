import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { ownPasskey, removePasskey } from "../features/passkeys/remove-passkey.server.ts";
import { requireAccount } from "../features/session/guards.server.ts";
import { withBack } from "../http/back-to.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { isUuid } from "../http/is-uuid.ts";
import { notFound } from "../http/not-found.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireAccount(args);
  const { id } = args.params;
  const passkey = isUuid(id) ? await ownPasskey(viewer, id) : null;
  if (!passkey) throw notFound();
  if (passkey.mayRemove === "second_step") throw redirect(withBack("/tweede-stap", `/passkeys/${passkey.id}/verwijdering`));
  return { ...wordsFor(viewer.locale, "passkeys"), title: serverT(viewer.locale, "passkeys")("remove.title"), name: passkey.name, last: passkey.mayRemove === "last" };
}

/** Removes an own passkey. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireAccount(args);
  const { id } = args.params;
  const outcome = isUuid(id) ? await removePasskey(viewer, id) : null;
  if (!outcome) throw notFound();
  if (outcome === "second_step") throw redirect(withBack("/tweede-stap", "/passkeys"), 303);
  return redirectWithFlash("/passkeys", { text: serverT(viewer.locale, "passkeys")(outcome === "last" ? "remove.last" : "remove.done") });
}

export default function PasskeyRemoval() {
  const t = useT("passkeys");
  const { title, name, last } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={last ? t("remove.last") : t("remove.intro", { name })} back={{ to: "/passkeys", words: t("remove.back") }}>
      {last ? (
        <ButtonLink wide to={withBack("/tweede-stap/instellen", "/passkeys")}>
          {t("remove.setUpApp")}
        </ButtonLink>
      ) : (
        <Form method="post" className="flex flex-col gap-3 sm:flex-row">
          <Button look="danger" wide>
            {t("remove.action")}
          </Button>
          <ButtonLink look="secondary" wide to="/passkeys">
            {t("remove.keep")}
          </ButtonLink>
        </Form>
      )}
    </Page>
  );
}
