import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { takeRecoveryCodes } from "../features/second-factor/codes-shown-once.server.ts";
import { requireStaff, staffHome } from "../features/session/require-staff.server.ts";
import { showCode } from "../features/session/short-code.ts";
import { backTo, withBack } from "../http/back-to.ts";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { useT } from "../i18n/use-t.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { PrintButton } from "../ui/print-button.tsx";
import { Card, Page } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireStaff(args);
  const { codes, forget } = takeRecoveryCodes(viewer.accountId, args.request);
  const title = serverT(viewer.locale, "moderation")("recoveryCodes.title");
  const back = backTo(args.request, staffHome(viewer));
  return data({ ...wordsFor(viewer.locale, "moderation"), title, back, codes: codes.map(showCode) }, { headers: { "Set-Cookie": forget } });
}

export default function RecoveryCodes() {
  const t = useT("moderation");
  const common = useT("common");
  const { codes, back } = useLoaderData<typeof loader>();
  if (codes.length === 0) {
    return (
      <Page title={t("recoveryCodes.title")} intro={t("recoveryCodes.gone")}>
        <p className="flex flex-wrap gap-3">
          <ButtonLink to={back}>{t("recoveryCodes.goOn")}</ButtonLink>
          <ButtonLink look="secondary" to={withBack("/tweede-stap/instellen", back)}>
            {t("recoveryCodes.setUpAgain")}
          </ButtonLink>
        </p>
      </Page>
    );
  }
  return (
    <Page title={t("recoveryCodes.title")} intro={t("recoveryCodes.intro")}>
      <Card>
        <ul className="grid grid-cols-1 gap-x-8 gap-y-2 font-mono text-xl tracking-wider min-[22rem]:grid-cols-2 sm:text-2xl">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </Card>
      <p className="measure">{t("recoveryCodes.keep")}</p>
      <p className="flex flex-wrap gap-3">
        <ButtonLink to={back}>{t("recoveryCodes.kept")}</ButtonLink>
        <PrintButton look="secondary">{common("form.print")}</PrintButton>
      </p>
    </Page>
  );
}
