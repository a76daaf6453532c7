import { Form } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";

/** After asking to join a household; the same where nobody has joined. */
export function WaitingForYes({ title, address }: { title: string; address: string }) {
  const t = useT("join");
  return (
    <Page title={title} intro={t("waitingForYes.text", { address })}>
      <div className="flex flex-col items-start gap-3">
        <Form method="post" action="/meedoen/brief">
          <Button look="secondary">{t("waitingForYes.letter")}</Button>
        </Form>
        <ButtonLink look="quiet" to="/meedoen/stoppen">
          {t("code.stop")}
        </ButtonLink>
      </div>
    </Page>
  );
}
