import { Form, Link } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";

/** Asks once more before an item is taken away, and says what it does; `note` is what else it does. Needs `measures`. */
export function WithdrawalQuestion({ title, path, note }: { title: string; path: string; note?: string }) {
  const t = useT("measures");
  return (
    <Page title={title} intro={t("withdrawal.intro")}>
      {note ? <p className="measure">{note}</p> : null}
      <Form method="post" className="flex flex-col gap-3 sm:flex-row">
        <Button look="danger" wide>
          {t("withdrawal.confirm")}
        </Button>
        <ButtonLink look="secondary" wide to={path}>
          {t("withdrawal.keep")}
        </ButtonLink>
      </Form>
      <p>
        {t("withdrawal.narrower")}{" "}
        <Link to={`${path}/publiek`} className="text-garden underline underline-offset-4">
          {t("detail.changeAudience")}
        </Link>
      </p>
    </Page>
  );
}
