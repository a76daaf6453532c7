import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { MessageCircleQuestion } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { KoploperCard } from "../features/koplopers/koploper-card.tsx";
import { koplopersFor } from "../features/koplopers/koplopers-for.server.ts";
import { ownKoploper } from "../features/koplopers/save-koploper.server.ts";
import { isMeasureKind, measureKinds } from "../features/measures/catalogue.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { SelectField } from "../ui/fields.tsx";
import { EmptyState, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const asked = new URL(args.request.url).searchParams.get("soort") ?? "";
  const kind = isMeasureKind(asked) ? asked : null;
  const found = await asViewer(resident, async (tx) => ({ koplopers: await koplopersFor(tx, resident, kind), mine: (await ownKoploper(tx, resident)) !== null }));
  const t = serverT(resident.locale, "koplopers");
  const title = kind ? t("list.titleKind", { kind: serverT(resident.locale, "catalogue")(`kinds.${kind}`) }) : t("list.title");
  return { ...wordsFor(resident.locale, "koplopers", "catalogue"), title, kind, ...found };
}

export default function Koplopers() {
  const t = useT("koplopers");
  const names = useT("catalogue");
  const { title, kind, koplopers, mine } = useLoaderData<typeof loader>();
  const own = (
    <ButtonLink look="secondary" to="/koploper">
      {t(mine ? "list.change" : "list.become")}
    </ButtonLink>
  );
  return (
    <Page title={title} intro={t("list.intro")} back={kind ? { to: "/koplopers", words: t("list.all") } : { to: "/kijkjes", words: t("detail.visits") }}>
      <Form className="flex flex-wrap items-end gap-3">
        <SelectField label={t("list.filter")} name="soort" defaultValue={kind ?? ""} key={kind}>
          <option value="">{t("list.anything")}</option>
          {measureKinds.map((each) => (
            <option key={each} value={each}>
              {names(`kinds.${each}`)}
            </option>
          ))}
        </SelectField>
        <Button look="secondary">{t("list.show")}</Button>
      </Form>
      {koplopers.length > 0 ? (
        <>
          <h2 className="sr-only">{t("list.title")}</h2>
          <ul className="flex flex-col gap-3">
            {koplopers.map((koploper) => (
              <li key={koploper.id}>
                <KoploperCard koploper={koploper} />
              </li>
            ))}
          </ul>
        </>
      ) : (
        <EmptyState icon={<MessageCircleQuestion />} title={kind ? t("list.noneKind", { kind: names(`kinds.${kind}`) }) : t("list.none")}>
          {t("list.noneText")}
        </EmptyState>
      )}
      <p>{own}</p>
    </Page>
  );
}
