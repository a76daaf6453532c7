import { Form } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";
import { Button, Unseen } from "../../ui/button.tsx";
import type { ConsentLine } from "../consent/consent-book.server.ts";

/** That the text of a consent is another by now: told, or asked with a yes and a no that weigh the same. Needs `privacy`. */
export function NewerTextPart({ line, title }: { line: ConsentLine; title: string }) {
  const t = useT("privacy");
  const { newer } = line;
  if (!newer) return null;
  const text = (
    <details>
      <summary className="min-h-11 content-center text-garden underline underline-offset-4">{t("book.newer.text")}</summary>
      <blockquote className="measure border-l-4 border-line-strong pl-3">{newer.text}</blockquote>
    </details>
  );
  if (!newer.asks || newer.declined) {
    return (
      <div className="mt-2">
        <p className="measure text-sm text-ink-soft">{t(newer.asks ? "book.newer.declined" : "book.newer.told")}</p>
        {text}
      </div>
    );
  }
  return (
    <div className="mt-3 rounded-card bg-sky-soft p-4">
      <h4 className="font-semibold">{t("book.newer.title")}</h4>
      <p className="measure">{t("book.newer.asks")}</p>
      {text}
      <Form method="post" action={`/toestemmingen/${line.id}/nieuwe-tekst`} className="mt-2 flex flex-wrap gap-3">
        {(["ja", "nee"] as const).map((answer) => (
          <Button key={answer} look="secondary" name="antwoord" value={answer}>
            {t(`book.newer.${answer}`)}
            <Unseen>: {title}</Unseen>
          </Button>
        ))}
      </Form>
    </div>
  );
}
