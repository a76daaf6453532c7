import { Form } from "@remix-run/react";
import type { DwellingType } from "../../../db/schema/choices.ts";
import type { FormValues } from "../../http/parse-form.server.ts";
import { useT } from "../../i18n/use-t.tsx";
import { Button } from "../../ui/button.tsx";
import { ErrorSummary } from "../../ui/fields.tsx";
import { Card, Page } from "../../ui/page.tsx";
import { KindPicker } from "../measures/kind-picker.tsx";
import { AssistingBanner } from "./banner.tsx";
import { type EntryName, isPaperDeed } from "./entries/entry-names.ts";
import { EntryForm } from "./entries/all-forms.tsx";
import type { EntryAnswer, OpenForm } from "./entry-page.server.ts";
import { SignedFormFields } from "./start-fields.tsx";

type Facts = { id: string; name: EntryName; title: string; dwellingType: DwellingType | null; open: OpenForm | null; answer: EntryAnswer | null };

/** One form of a session; when the time is up, the way to begin anew with what was typed. */
export function EntryPage({ id, name, title, dwellingType, open, answer }: Facts) {
  const t = useT("assisted");
  const anew = answer?.open ?? null;
  const shown = anew ?? (answer?.over ? null : open);
  const paper = useT("purchasePaper");
  const back = { to: shown?.back ?? `/helpen/${id}`, words: isPaperDeed(name) ? paper("page.toPurchase") : t("entry.back") };
  if (!shown) {
    return (
      <Page title={title}>
        <BeginAnew values={answer?.values ?? {}} errors={answer?.errors ?? {}} />
      </Page>
    );
  }
  const own = `/helpen/${shown.banner.id}/vul-in/${name}`;
  if (shown.needsKind) {
    return (
      <>
        <AssistingBanner {...shown.banner} />
        <Page title={title} back={back}>
          <KindPicker dwellingType={dwellingType} to={(kind) => `${own}?soort=${kind}`} />
        </Page>
      </>
    );
  }
  const { errors = {}, values = {} } = answer ?? {};
  const about = values.inkoop ?? values.kind;
  return (
    <>
      <AssistingBanner {...shown.banner} />
      <Page title={title} back={back}>
        {anew ? (
          <p role="status" className="rounded-card bg-garden-soft p-4">
            {t("entry.restored")}
          </p>
        ) : null}
        <ErrorSummary errors={answer?.errors} />
        <Form method="post" action={anew ? `${own}${typeof about === "string" ? `?soort=${about}` : ""}` : undefined} className="flex flex-col gap-6">
          <EntryForm name={name} data={shown.data} values={values} errors={errors} />
          <Button wide>{t("entry.save")}</Button>
        </Form>
      </Page>
    </>
  );
}

const ofTheStart = new Set(["signedOn", "version", "taal", "ondertekend", "opnieuw"]);

function BeginAnew({ values, errors }: { values: FormValues; errors: Record<string, string> }) {
  const t = useT("assisted");
  const kept = Object.entries(values).filter(([name]) => !ofTheStart.has(name));
  const words = (["title", "note", "experience"] as const).flatMap((name) => (typeof values[name] === "string" && values[name] ? [values[name]] : []));
  return (
    <>
      <p role="alert" className="rounded-card bg-sun-soft p-4">
        {t(kept.length ? "entry.over" : "entry.overEmpty")}
      </p>
      {words.length ? (
        <Card>
          <h2 className="text-lg">{t("entry.typed")}</h2>
          {words.map((each) => (
            <p key={each} className="mt-2 measure break-words whitespace-pre-line">
              {each}
            </p>
          ))}
        </Card>
      ) : null}
      <ErrorSummary errors={errors} />
      <Form method="post" className="flex flex-col gap-6">
        {kept.flatMap(([name, value]) =>
          Array.isArray(value) ? value.map((each, index) => <input key={`${name} ${index}`} type="hidden" name={`${name}[]`} value={each} />) : [<input key={name} type="hidden" name={name} value={value} />],
        )}
        <SignedFormFields values={values} errors={errors} />
        <Button wide name="opnieuw" value="ja">
          {t("begin.again")}
        </Button>
      </Form>
    </>
  );
}
