import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { redirect } from "@remix-run/node";
import { asViewer } from "../../db/viewer.server.ts";
import { askPreparation } from "../features/insights/desk/ask-preparation.server.ts";
import { type DeskArea, deskPage } from "../features/insights/desk/desk-page.server.ts";
import { PublicityLog } from "../features/insights/desk/publicity-log.tsx";
import { PublicityRow } from "../features/insights/desk/publicity-row.tsx";
import { useReleaseWords } from "../features/insights/release-words.ts";
import { requireFreshModerator } from "../features/session/fresh-step.server.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Page, Section } from "../ui/page.tsx";
import { Row, Rows } from "../ui/rows.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireFreshModerator(args);
  const page = await asViewer(moderator, (tx) => deskPage(tx, moderator));
  return { ...wordsFor(moderator.locale, "figureDesk", "releases", "catalogue"), title: serverT(moderator.locale, "figureDesk")("desk.title"), ...page };
}

/** Has the figures of a neighbourhood or district prepared. */
export async function action(args: ActionFunctionArgs) {
  const moderator = await requireFreshModerator(args);
  const area = String((await readForm(args.request)).get("gebied") ?? "");
  const id = await asViewer(moderator, (tx) => askPreparation(tx, area));
  const t = serverT(moderator.locale, "figureDesk");
  if (!id) throw await redirectWithFlash("/beheer/cijfers", { text: t("desk.again") });
  throw redirect(`/beheer/cijfers/${id}`, 303);
}

export default function FigureDesk() {
  const t = useT("figureDesk");
  const words = useReleaseWords();
  const { title, quarter, topics, neighbourhoods, districts, publicity } = useLoaderData<typeof loader>();
  const list = topics.map((topic) => words.t(`topics.${topic}.title`)).join(", ");
  return (
    <Page wide title={title} intro={t("desk.intro")}>
      <Section title={t("desk.quarter", { quarter: words.quarter(quarter) })}>
        <p className="measure">{t("desk.about", { topics: list })}</p>
        <p className="measure">{t("desk.once")}</p>
        <Rows>
          {neighbourhoods.map((one) => (
            <Row key={one.area} title={one.name} aside={<Deed one={one} words={t("desk.prepare")} />}>
              {t(`desk.states.${one.state}`)}
            </Row>
          ))}
        </Rows>
      </Section>
      {districts.length > 0 ? (
        <Section title={t("desk.district")}>
          <p className="measure">{t("desk.districtText")}</p>
          <Rows>
            {districts.map((one) => (
              <Row key={one.area} title={words.area(one.area, one.name)} aside={<Deed one={one} words={t("desk.prepareDistrict")} />}>
                {one.names.join(", ")}. {t(`desk.states.${one.state}`)}
              </Row>
            ))}
          </Rows>
        </Section>
      ) : null}
      <Section title={t("desk.publicTitle")}>
        <p className="measure">{t("desk.publicText")}</p>
        <Rows>
          {neighbourhoods.map(({ area, name, agreed }) => (
            <PublicityRow key={area} code={area} name={name} agreed={agreed} side="cooperative" action="/beheer/cijfers/openbaar" />
          ))}
        </Rows>
      </Section>
      <PublicityLog lines={publicity} />
      <p>
        <Link to="/cijfers" className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
          {words.t("title")}
        </Link>
      </p>
    </Page>
  );
}

function Deed({ one, words }: { one: DeskArea; words: string }) {
  const t = useT("figureDesk");
  if (one.id) {
    return (
      <Link to={`/beheer/cijfers/${one.id}`} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
        {t("desk.look")}<span className="sr-only">: {one.name}</span>
      </Link>
    );
  }
  return (
    <Form method="post">
      <input type="hidden" name="gebied" value={one.area} />
      <Button>{words}<span className="sr-only">: {one.name}</span></Button>
    </Form>
  );
}
