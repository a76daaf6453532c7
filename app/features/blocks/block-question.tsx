import { Form, Link } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Card, Page } from "../../ui/page.tsx";

const does = ["youDontSee", "theyDontSee", "joins", "threads"] as const;
const doesNot = ["notTold", "others", "housemates", "whole", "moderators"] as const;

/** Asks once more before a neighbour is blocked, and says what it does and what it doesn't. Needs `blocks`. */
export function BlockQuestion({ title, back, report }: { title: string; back: string; report: string | null }) {
  const t = useT("blocks");
  return (
    <Page title={title} intro={t("question.intro")} back={{ to: back, words: t("question.back") }}>
      <Card>
        <h2 className="text-lg">{t("question.does")}</h2>
        <ul className="mt-1 flex list-disc flex-col gap-1 pl-5">
          {does.map((line) => (
            <li key={line}>{t(`question.${line}`)}</li>
          ))}
        </ul>
        <h2 className="mt-4 text-lg">{t("question.doesNot")}</h2>
        <ul className="mt-1 flex list-disc flex-col gap-1 pl-5">
          {doesNot.map((line) => (
            <li key={line}>{t(`question.${line}`)}</li>
          ))}
        </ul>
      </Card>
      <Form method="post" className="flex flex-col gap-3 sm:flex-row">
        <Button look="danger" wide>
          {t("question.confirm")}
        </Button>
        <ButtonLink look="secondary" wide to={back}>
          {t("question.keep")}
        </ButtonLink>
      </Form>
      {report ? (
        <p className="measure">
          {t("question.reportFirst")}{" "}
          <Link to={report} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
            {t("question.report")}
          </Link>
        </p>
      ) : null}
    </Page>
  );
}
