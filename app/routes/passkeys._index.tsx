import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { KeyRound } from "lucide-react";
import { AddPasskeyForm } from "../features/passkeys/add-passkey-form.tsx";
import { addPasskey } from "../features/passkeys/add-passkey.server.ts";
import { readNewCredential } from "../features/passkeys/browser-answer.server.ts";
import { listPasskeys } from "../features/passkeys/list-passkeys.server.ts";
import { PasskeyList } from "../features/passkeys/passkey-list.tsx";
import { carryRecoveryCodes } from "../features/second-factor/codes-shown-once.server.ts";
import { deviceName } from "../features/session/device.ts";
import { requireAccount } from "../features/session/guards.server.ts";
import { backTo, withBack } from "../http/back-to.ts";
import { redirectWithFlash } from "../http/flash.server.ts";
import { readForm } from "../http/read-form.server.ts";
import { safePath } from "../http/safe-path.ts";
import { useT } from "../i18n/use-t.tsx";
import { serverT, wordsFor } from "../i18n/words.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState, Page, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Buurhof` }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireAccount(args);
  const { passkeys, mayAdd } = await listPasskeys(viewer);
  if (mayAdd === "second_step") throw redirect(withBack("/tweede-stap", "/passkeys"));
  return {
    ...wordsFor(viewer.locale, "passkeys"),
    title: serverT(viewer.locale, "passkeys")("title"),
    passkeys,
    mayAdd,
    device: deviceName(args.request.headers.get("User-Agent")),
    back: backTo(args.request, "/meer"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireAccount(args);
  const t = serverT(viewer.locale, "passkeys");
  const form = await readForm(args.request);
  const name = String(form.get("name") ?? "").trim();
  if (name === "" || name.length > 60) return data({ problem: t("add.nameWrong") }, { status: 422 });
  const answer = readNewCredential(form.get("answer"));
  const added = answer ? await addPasskey(viewer, args.request, { name, answer }) : { ok: false as const };
  if (!added.ok) return data({ problem: t("add.failed") }, { status: 422 });
  if (!added.second) return redirectWithFlash("/passkeys", { text: t("add.done") });
  const headers = new Headers({ "Set-Cookie": added.second.cookie });
  headers.append("Set-Cookie", carryRecoveryCodes(viewer.accountId, added.second.codes));
  return redirect(withBack("/tweede-stap/herstelcodes", safePath(String(form.get("terug")), "/begin")), { status: 303, headers });
}

export default function Passkeys() {
  const t = useT("passkeys");
  const common = useT("common");
  const { title, passkeys, mayAdd, device, back } = useLoaderData<typeof loader>();
  return (
    <Page title={title} intro={t("intro")} back={{ to: "/meer", words: common("nav.more") }}>
      {passkeys.length > 0 ? (
        <PasskeyList passkeys={passkeys} />
      ) : (
        <EmptyState icon={<KeyRound />} title={t("none")}>
          {t("noneText")}
        </EmptyState>
      )}
      <p className="measure text-sm text-ink-soft">{t("mailStays")}</p>
      <Section title={t("add.title")}>
        {mayAdd === "yes" ? <AddPasskeyForm name={device} back={back} /> : <p className="measure">{t(mayAdd === "log_in" ? "add.logInFirst" : "add.enough")}</p>}
        {mayAdd === "log_in" ? (
          <ButtonLink look="secondary" wide to={`${withBack("/inloggen", "/passkeys")}&opnieuw=ja`}>
            {t("add.logIn")}
          </ButtonLink>
        ) : null}
      </Section>
    </Page>
  );
}
