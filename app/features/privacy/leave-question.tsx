import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Choices, ErrorSummary } from "../../ui/fields.tsx";
import { Card } from "../../ui/page.tsx";
import type { OpenThing } from "./open-when-leaving.server.ts";

type Words = { atOnce: string; open: string; laterTitle: string; later: string; downloadFirst: string; download: string; asks?: string; sure: string; submit: string; stay: string };

/** Asks once more before somebody ends something of their own: what happens at once, what later, and a copy of everything first; `children` are asked in the same form. */
export function LeaveQuestion({ words, effects, open, errors, stayAt, children }: { words: Words; effects: string[]; open: OpenThing[]; errors: Record<string, string> | undefined; stayAt: string; children?: ReactNode }) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <Card>
        <h2 className="text-lg">{words.atOnce}</h2>
        {effects.map((effect) => (
          <p key={effect} className="mt-1 measure">
            {effect}
          </p>
        ))}
        {open.length > 0 ? (
          <>
            <h2 className="mt-4 text-lg">{words.open}</h2>
            <ul className="measure list-disc space-y-1 pl-5">
              {open.map(({ words: line, to }) => (
                <li key={to}>
                  <Link to={to} className="text-garden underline underline-offset-4">
                    {line}
                  </Link>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        <h2 className="mt-4 text-lg">{words.laterTitle}</h2>
        <p className="measure">{words.later}</p>
      </Card>
      <p>
        {words.downloadFirst}{" "}
        <Link to="/toestemmingen/archief" className="text-garden underline underline-offset-4">
          {words.download}
        </Link>
      </p>
      <Form method="post" className="flex flex-col gap-6" noValidate>
        {children}
        <Choices several legend={words.asks ?? words.submit} name="sure[]" error={errors?.sure} choices={[{ value: "yes", label: words.sure }]} />
        <div className="flex flex-col gap-3 sm:flex-row">
          <Button look="danger" wide>
            {words.submit}
          </Button>
          <ButtonLink look="secondary" wide to={stayAt}>
            {words.stay}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
