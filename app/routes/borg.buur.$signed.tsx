import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { readSignedClaim } from "../features/addresses/claim-code.server.ts";
import { doubtClaim, vouchFor, vouchQuestion } from "../features/addresses/vouch.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Card, Facts, Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const id = readSignedClaim("vouch", args.params.signed, resident.accountId);
  const question = id && (await vouchQuestion(resident, id));
  if (!question) throw notFound();
  return { ...wordsFor(resident.locale, "vouching"), title: serverT(resident.locale, "vouching")("vouch.title"), question };
}

export async function action(args: ActionFunctionArgs) {
  const resident = await requireResident(args);
  const id = readSignedClaim("vouch", args.params.signed, resident.accountId);
  const answer = (await readForm(args.request)).get("antwoord");
  if (!id || (answer !== "ja" && answer !== "nee" && answer !== "klopt-niet")) throw notFound();
  const t = serverT(resident.locale, "vouching");
  if (answer === "nee") return redirectWithFlash("/borg", { text: t("vouch.declined") });
  if (answer === "klopt-niet") return redirectWithFlash("/borg", { text: t((await doubtClaim(resident, id)) ? "vouch.doubted" : "vouch.gone") });
  const outcome = await vouchFor(resident, id);
  const text = outcome === null ? t("vouch.gone") : outcome === "first" || outcome === "second" ? t(`vouch.thanks_${outcome}`) : t(`vouch.problem.${outcome}`);
  return redirectWithFlash("/borg", { text });
}

export default function KnowThisNeighbour() {
  const t = useT("vouching");
  const { title, question } = useLoaderData<typeof loader>();
  const { problem, name, address } = question;
  const back = { to: "/borg", words: t("vouch.code") };
  if (problem) return <Page title={title} intro={t(`vouch.problem.${problem}`)} back={back}>{null}</Page>;
  return (
    <Page title={title} back={back}>
      <Facts
        facts={[
          { name: t("vouch.name"), value: name },
          { name: t("vouch.address"), value: address },
        ]}
      />
      <Section title={t("vouch.meansTitle")}>
        <p className="measure">{t("vouch.means")}</p>
        <Card tone="sun">
          <p className="measure">{t("vouch.costs")}</p>
        </Card>
        <p className="measure text-ink-soft">{t("vouch.limit")}</p>
      </Section>
      <Form method="post" className="flex flex-col gap-3">
        <Button wide name="antwoord" value="ja">
          {t("vouch.yes")}
        </Button>
        <Button wide look="secondary" name="antwoord" value="nee">
          {t("vouch.no")}
        </Button>
        <div>
          <Button look="quiet" name="antwoord" value="klopt-niet">
            {t("vouch.doubt")}
          </Button>
          <p className="text-sm text-ink-soft">{t("vouch.doubtHint")}</p>
        </div>
      </Form>
    </Page>
  );
}
