import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readSignedClaim } from "../features/addresses/claim-code.server.ts";
import { confirmAtDoor, doorQuestion } from "../features/addresses/door.server.ts";
import { requireAtDoor } from "../features/session/require-at-door.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { formProblem, parseForm } from "../http/parse-form.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Choices, ErrorSummary } from "../ui/fields.tsx";
import { Facts, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const person = await requireAtDoor(args);
  const id = readSignedClaim("door", args.params.signed, person.accountId);
  const question = id && (await doorQuestion(person, id));
  if (!question) throw notFound();
  return { ...wordsFor(person.locale, "vouching"), title: serverT(person.locale, "vouching")("door.title"), question };
}

export async function action(args: ActionFunctionArgs) {
  const person = await requireAtDoor(args);
  const id = readSignedClaim("door", args.params.signed, person.accountId);
  if (!id) throw notFound();
  const t = serverT(person.locale, "vouching");
  const form = parseForm(z.object({ hier: z.literal("ja", { message: t("door.empty") }) }), await readForm(args.request));
  if (!form.ok) return formProblem(form);
  const outcome = await confirmAtDoor(person, id);
  return redirectWithFlash("/aan-de-deur", { text: outcome === null ? t("vouch.gone") : outcome === "confirmed" ? t("door.done") : t(`door.problem.${outcome}`) });
}

export default function ConfirmAtDoor() {
  const t = useT("vouching");
  const { title, question } = useLoaderData<typeof loader>();
  const wrong = useActionData<typeof action>();
  const { problem, name, address } = question;
  const back = { to: "/aan-de-deur", words: title };
  if (problem) return <Page title={title} intro={t(`door.problem.${problem}`)} back={back}>{null}</Page>;
  return (
    <Page title={title} intro={t("door.check")} back={back}>
      <Facts
        facts={[
          { name: t("vouch.name"), value: name },
          { name: t("vouch.address"), value: address },
        ]}
      />
      <ErrorSummary errors={wrong?.errors} />
      <Form method="post" className="flex flex-col gap-6">
        <Choices several name="hier" legend={t("door.legend")} error={wrong?.errors.hier} choices={[{ value: "ja", label: t("door.label", { address }) }]} />
        <Button wide>{t("door.action")}</Button>
        <p className="measure text-sm text-ink-soft">{t("door.log")}</p>
      </Form>
    </Page>
  );
}
