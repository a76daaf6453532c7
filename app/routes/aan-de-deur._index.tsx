import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { signClaim } from "../features/addresses/claim-code.server.ts";
import { doorsConfirmed } from "../features/addresses/claims-to-decide.server.ts";
import { doorQuestion } from "../features/addresses/door.server.ts";
import { findClaim } from "../features/addresses/find-claim.server.ts";
import { consumeForm } from "../features/session/rate-limits.server.ts";
import { requireAtDoor } from "../features/session/require-at-door.server.ts";
import { readCode } from "../features/session/short-code.ts";
import { tooMany } from "../features/session/too-many.server.ts";
import { formProblem, formValues } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useDay } from "../i18n/use-day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary, TextField } from "../ui/fields.tsx";
import { Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const person = await requireAtDoor(args);
  const doors = await asViewer(person, (tx) => doorsConfirmed(tx, person));
  return { ...wordsFor(person.locale, "vouching"), title: serverT(person.locale, "vouching")("door.title"), doors: doors.map(({ id, address, at, mine }) => ({ id, address, at, mine })) };
}

export async function action(args: ActionFunctionArgs) {
  const person = await requireAtDoor(args);
  const t = serverT(person.locale, "vouching");
  const values = formValues(await readForm(args.request));
  const visitor = await consumeForm(args.context.ip);
  if (!visitor.ok) return tooMany(person.locale, visitor.secondsToWait, values, "code");
  const code = readCode(String(values.code ?? ""));
  if (!code) return formProblem({ errors: { code: t("vouch.codeWrong") }, values });
  const found = await findClaim(person, code);
  if (typeof found === "string") return formProblem({ errors: { code: t(`vouch.${found}`) }, values });
  if (!(await doorQuestion(person, found.id))) return formProblem({ errors: { code: t("door.nothing") }, values });
  return redirect(`/aan-de-deur/${signClaim("door", found.id, person.accountId)}`, 303);
}

export default function AtTheDoor() {
  const t = useT("vouching");
  const day = useDay();
  const { title, doors } = useLoaderData<typeof loader>();
  const wrong = useActionData<typeof action>();
  return (
    <Page title={title} intro={t("door.intro")}>
      <ErrorSummary errors={wrong?.errors} />
      <Form method="post" className="flex flex-col gap-6" noValidate>
        <TextField name="code" label={t("code.label")} error={wrong?.errors.code} defaultValue={wrong?.values.code} autoComplete="off" autoCapitalize="characters" maxLength={20} />
        <Button wide>{t("vouch.action")}</Button>
      </Form>
      {doors.length ? (
        <Section title={t("door.past")}>
          <ul className="list-disc pl-5">
            {doors.map(({ id, address, at, mine }) => (
              <li key={id}>
                {t("door.pastLine", { address, day: day(at) })}
                {mine ? `, ${t("door.pastMine")}` : ""}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  );
}
