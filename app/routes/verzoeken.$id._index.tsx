import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { asViewer } from "../../db/viewer.server.ts";
import { consentText } from "../features/consent/consent-text.server.ts";
import { requireResident } from "../features/session/guards.server.ts";
import { Answers } from "../features/together/answers.tsx";
import { buildingRequests, namesIn } from "../features/together/building-requests.server.ts";
import { HiddenRequest } from "../features/together/hidden-request.tsx";
import { NameChoice } from "../features/together/name-choice.tsx";
import { ReportLink } from "../features/together/report-link.tsx";
import { RequestProgress } from "../features/together/request-progress.tsx";
import { idIn } from "../http/id-in.server.ts";
import { notFound } from "../http/not-found.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { Button } from "../ui/button.tsx";
import { Card, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  const id = idIn(args.params);
  const { request, names } = await asViewer(resident, async (tx) => ({ request: (await buildingRequests(tx, resident, id))[0], names: await namesIn(tx, id) }));
  if (!request) throw notFound();
  return {
    ...wordsFor(resident.locale, "together", "catalogue"),
    title: request.kind ? serverT(resident.locale, "catalogue")(`kinds.${request.kind}`) : serverT(resident.locale, "together")("list.gone"),
    request,
    names,
    displayName: resident.displayName,
    consent: consentText(resident.locale, { purpose: "joint_request" }, resident).text,
  };
}

export default function JointRequest() {
  const t = useT("together");
  const { title, request, names, displayName, consent } = useLoaderData<typeof loader>();
  const path = `/verzoeken/${request.id}`;
  const withdrawn = request.withdrawnAt !== null;
  return (
    <Page title={title} intro={t("detail.intro", { organisation: request.organisation })} back={{ to: "/verzoeken", words: t("list.title") }}>
      {withdrawn ? (
        <Card tone="sun">
          <p>{t("detail.withdrawn")}</p>
          <Form method="post" action={`${path}/terugzetting`} className="mt-3">
            <Button look="secondary">{t("done.undo")}</Button>
          </Form>
        </Card>
      ) : null}
      {request.hidden ? <HiddenRequest hidingId={request.hidingId} /> : null}
      <Answers answers={request.answers} />
      <Card>
        <p className="measure break-words whitespace-pre-line">{request.text}</p>
        <div className="mt-3 text-ink-soft">
          <RequestProgress request={request} />
          {names.length > 0 ? <p className="break-words">{t("detail.names", { names: names.join(", ") })}</p> : null}
        </div>
      </Card>
      {withdrawn ? null : request.joined ? (
        <section className="flex flex-col gap-3">
          <p>{t("detail.joined")}</p>
          <div className="flex flex-wrap gap-3">
            <Form method="post" action={`${path}/afmelding`}>
              <Button look="secondary">{t("detail.leave")}</Button>
            </Form>
            {request.mine ? <Withdraw path={path} /> : null}
          </div>
        </section>
      ) : request.hidden ? (
        request.mine && <Withdraw path={path} />
      ) : (
        <Card tone="garden">
          <h2 className="text-xl">{t("detail.joinTitle")}</h2>
          <Form method="post" action={`${path}/deelname`} className="mt-3 flex flex-col gap-4">
            <NameChoice displayName={displayName} />
            <p className="measure">{consent}</p>
            <Button wide>{t("detail.join")}</Button>
          </Form>
          {request.mine ? (
            <div className="mt-3">
              <Withdraw path={path} />
            </div>
          ) : null}
        </Card>
      )}
      {request.ours || request.hidden || withdrawn ? null : <ReportLink path={path} />}
    </Page>
  );
}

function Withdraw({ path }: { path: string }) {
  const t = useT("together");
  return (
    <Form method="post" action={`${path}/intrekking`}>
      <Button look="danger">{t("detail.withdraw")}</Button>
    </Form>
  );
}
