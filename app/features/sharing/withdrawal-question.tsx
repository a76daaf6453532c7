import { Form, Link } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Page } from "../../ui/page.tsx";

/** Asks once more before an item is taken away, and says what it does. Needs `measures`. */
export function WithdrawalQuestion({ title, path }: { title: string; path: string }) {
  const t = useT("measures");
  return (
    <Page title={title} intro={t("withdrawal.intro")}>
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
