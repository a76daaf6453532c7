import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { Footprints } from "lucide-react";
import { asViewer } from "../../db/viewer.server.ts";
import { requireModerator } from "../features/session/guards.server.ts";
import { moderatedRoutes } from "../features/visits/routes.server.ts";
import { useRouteDay } from "../features/visits/use-moment.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button, ButtonLink, Unseen } from "../ui/button.tsx";
import { EmptyState, Page } from "../ui/page.tsx";
import { Row, Rows } from "../ui/rows.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const moderator = await requireModerator(args);
  const routes = await asViewer(moderator, (tx) => moderatedRoutes(tx, moderator));
  return { ...wordsFor(moderator.locale, "visits"), title: serverT(moderator.locale, "visits")("desk.title"), routes };
}

export default function Routes() {
  const t = useT("visits");
  const { title, routes } = useLoaderData<typeof loader>();
  const day = useRouteDay();
  return (
    <Page wide title={title} intro={t("desk.intro")}>
      <p>
        <ButtonLink wide to="/beheer/kijkroutes/nieuw">
          {t("desk.new")}
        </ButtonLink>
      </p>
      {routes.length > 0 ? (
        <Rows>
          {routes.map((route) => (
            <Row
              key={route.id}
              title={route.title}
              aside={
                <Form method="post" action={`/beheer/kijkroutes/${route.id}/terughalen`}>
                  <Button look="quiet">
                    {t("desk.takeBack")}
                    <Unseen>: {route.title}</Unseen>
                  </Button>
                </Form>
              }
            >
              {`${day(route.day)} · ${route.neighbourhoodName}`}
            </Row>
          ))}
        </Rows>
      ) : (
        <EmptyState icon={<Footprints />} title={t("desk.none")}>
          {t("desk.noneText")}
        </EmptyState>
      )}
    </Page>
  );
}
