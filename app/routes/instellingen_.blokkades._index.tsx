import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { Ban } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { ownBlocks } from "../features/blocks/own-blocks.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { usePersonName } from "../features/sharing/person-name.tsx";
import { useDay } from "../i18n/use-day.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState, Page } from "../ui/page.tsx";
import { Row, Rows } from "../ui/rows.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const blocks = await asViewer(resident, (tx) => ownBlocks(tx, resident));
  return { ...wordsFor(resident.locale, "blocks", "catalogue"), title: serverT(resident.locale, "blocks")("list.title"), blocks };
}

export default function Blocks() {
  const t = useT("blocks");
  const day = useDay();
  const person = usePersonName();
  const { title, blocks } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("list.intro")} back={{ to: "/instellingen", words: t("list.back") }}>
      {blocks.length > 0 ? (
        <Rows>
          {blocks.map((block) => (
            <Row
              key={block.id}
              title={person(block)}
              aside={
                <Form method="post" action={`/instellingen/blokkades/${block.id}/opheffing`}>
                  <Button look="secondary" aria-label={`${t("list.end")}: ${person(block)}`}>
                    {t("list.end")}
                  </Button>
                </Form>
              }
            >
              {t("list.since", { date: day(block.createdAt) })}
            </Row>
          ))}
        </Rows>
      ) : (
        <EmptyState icon={<Ban />} title={t("list.none")}>
          {t("list.noneText")}
        </EmptyState>
      )}
    </Page>
  );
}
