import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { ArchiveCard } from "../features/privacy/archive/archive-card.tsx";
import { askArchive, mostArchives, newestArchive } from "../features/privacy/archive/ask-archive.server.ts";
import { ownDataSchemaPath } from "../features/privacy/own-data-document.server.ts";
import { requireAccount } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { formProblem } from "../http/parse-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/fields.tsx";
import { Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireAccount(args);
  const archive = await asViewer(viewer, (tx) => newestArchive(tx, viewer));
  return { ...wordsFor(viewer.locale, "privacy"), title: serverT(viewer.locale, "privacy")("archive.title"), archive, schema: ownDataSchemaPath };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireAccount(args);
  const t = serverT(viewer.locale, "privacy");
  if (!(await asViewer(viewer, (tx) => askArchive(tx, viewer)))) return formProblem({ errors: { ask: t("archive.tooMany", { count: mostArchives }) }, values: {} });
  return redirectWithFlash("/toestemmingen/archief", { text: t("archive.asked") });
}

export default function OwnArchive() {
  const t = useT("privacy");
  const { title, archive, schema } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const working = archive?.state === "waiting" || archive?.state === "making";
  return (
    <Page title={title} intro={t("archive.intro")} back={{ to: "/toestemmingen", words: t("book.title") }}>
      <ErrorSummary errors={problem?.errors} />
      {archive ? <ArchiveCard archive={archive} /> : null}
      {working ? null : (
        <Form method="post" id="ask">
          <Button look={archive?.state === "ready" ? "secondary" : "primary"} wide>
            {t(archive ? "archive.again" : "archive.ask")}
          </Button>
        </Form>
      )}
      <Section title={t("archive.inside")}>
        <ul className="list-disc pl-5">
          <li>{t("archive.insideJson")}</li>
          <li>{t("archive.insideCsv")}</li>
          <li>{t("archive.insidePhotos")}</li>
        </ul>
        <p className="measure">{t("archive.insideNot")}</p>
        <p>
          <a href={schema} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
            {t("archive.schema")}
          </a>
        </p>
        <p>
          <Link to="/toestemmingen/terugzetten" className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
            {t("back.link")}
          </Link>
        </p>
      </Section>
    </Page>
  );
}
