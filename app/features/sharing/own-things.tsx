import { Link } from "@remix-run/react";
import { House, Plus, Sparkles } from "lucide-react";
import type { ReactNode } from "react";
import { useT } from "../../i18n/use-t.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { EmptyState, Section } from "../../ui/page.tsx";
import { OwnItemList } from "./own-item-list.tsx";
import type { OwnListedItem } from "./own-items.server.ts";

/** What a household has on the platform, in parts; `children` stand beneath its wishes. Needs `home` and `catalogue`. */
export function OwnThings({ items, children }: { items: OwnListedItem[]; children: ReactNode }) {
  const t = useT("home");
  const of = (wanted: OwnListedItem["type"]) => items.filter(({ type }) => type === wanted);
  const [measures, wishes, stories, questions] = [of("measure"), of("wish"), of("story"), of("question")];
  return (
    <>
      <Section title={t("measures")} aside={<Add to="/maatregelen/nieuw" words={t("addMeasure")} />}>
        {measures.length > 0 ? (
          <OwnItemList items={measures} />
        ) : (
          <EmptyState icon={<House />} title={t("noMeasures")} action={<ButtonLink to="/maatregelen/nieuw">{t("addMeasure")}</ButtonLink>}>
            {t("noMeasuresText")}
          </EmptyState>
        )}
      </Section>
      <Section title={t("wishes")} aside={<Add to="/wensen/nieuw" words={t("addWish")} />}>
        {wishes.length > 0 ? (
          <OwnItemList items={wishes} />
        ) : (
          <EmptyState icon={<Sparkles />} title={t("noWishes")} action={<ButtonLink look="secondary" to="/wensen/nieuw">{t("addWish")}</ButtonLink>}>
            {t("noWishesText")}
          </EmptyState>
        )}
        {children}
      </Section>
      {questions.length > 0 ? (
        <Section title={t("questions")} aside={<Add to="/vragen/nieuw" words={t("addQuestion")} />}>
          <OwnItemList items={questions} />
        </Section>
      ) : null}
      {stories.length > 0 ? (
        <Section title={t("stories")} aside={<Add to="/verhalen/nieuw" words={t("addStory")} />}>
          <OwnItemList items={stories} />
        </Section>
      ) : null}
    </>
  );
}

function Add({ to, words }: { to: string; words: string }) {
  return (
    <Link to={to} className="inline-flex min-h-11 items-center gap-1.5 font-semibold text-garden underline-offset-4 hover:underline">
      <Plus aria-hidden className="size-5" />
      {words}
    </Link>
  );
}
