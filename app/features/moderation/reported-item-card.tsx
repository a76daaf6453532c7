import type { TFunction } from "i18next";
import { useT } from "../../i18n/use-t.tsx";
import { Card } from "../../ui/page.tsx";
import { isMeasureKind } from "../measures/catalogue.ts";
import { MeasureFacts } from "../measures/measure-facts.tsx";
import { MessagesAround } from "../threads/messages-around.tsx";
import { WishView } from "../wishes/wish-view.tsx";
import type { ReportedItem, ReportedPhoto } from "./look-at-reported.server.ts";

/** A reported item as its neighbours saw it. Needs `moderation`, `catalogue`, `measures` and `wishes`. */
export function ReportedItemCard({ item }: { item: ReportedItem }) {
  const t = useT("moderation");
  const common = useT("common");
  const catalogue = useT("catalogue");
  const texts = item.what === "measure" ? [item.experience, item.wouldDoDifferently] : item.what === "visit" ? [item.note, item.houseRules] : item.what === "private_message" ? item.around.map(({ note }) => note) : [item.note];
  return (
    <section aria-label={t("report.seenTitle")}>
      <Card tone="sun">
        <div className="flex flex-col gap-3">
          <h2 className="text-xl">{t("report.seenTitle")}</h2>
          <p className="text-lg font-semibold">{nameOf(item, catalogue)}</p>
          {item.what === "measure" ? (
            <>
              <Said title={t("report.experience")} text={item.experience} />
              <Said title={t("report.wouldDoDifferently")} text={item.wouldDoDifferently} />
              <Photos photos={item.photos} />
              <MeasureFacts measure={item.facts} />
            </>
          ) : item.what === "wish" ? (
            <WishView wish={item} />
          ) : item.what === "question" ? (
            <>
              <Said text={item.note} />
              <Photos photos={item.photos} />
            </>
          ) : item.what === "answer" ? (
            <>
              <Said text={item.note} />
              <Said title={t("report.source")} text={item.source} />
              {item.costRange ? <p>{catalogue(`costs.${item.costRange}`)}</p> : null}
            </>
          ) : item.what === "private_message" ? (
            <MessagesAround around={item.around} />
          ) : (
            texts.map((text, index) => <Said key={index} text={text} />)
          )}
          {"commercial" in item && item.commercial ? <p>{t("report.commercial")}</p> : null}
          {texts.every((text) => !text) ? <p>{t("report.noText")}</p> : null}
          <p className="text-sm">
            {item.shownName ? t("report.seenName", { name: item.shownName }) : t("report.seenNoName")} · {item.audience === "thread" ? t("report.seenByTwo") : t("report.seenBy", { audience: common(`audience.${item.audience}`) })}
          </p>
        </div>
      </Card>
    </section>
  );
}

function Photos({ photos }: { photos: ReportedPhoto[] }) {
  const t = useT("moderation");
  return photos.map((photo) => (
    <img key={photo.base64.slice(0, 64)} src={`data:${photo.mime};base64,${photo.base64}`} alt={photo.alt ?? t("report.photo")} className="max-h-[70vh] w-full rounded-xl bg-raised object-contain" />
  ));
}

function nameOf(item: ReportedItem, t: TFunction<"catalogue">): string {
  if (item.what === "story") return [item.title, t(`storyIndicators.${item.indicator}`)].filter(Boolean).join(" · ");
  if (item.what === "visit" || item.what === "koploper" || item.what === "visit_request") return item.kinds.filter(isMeasureKind).map((each) => t(`kinds.${each}`)).join(", ");
  const kind = "kind" in item && item.kind && isMeasureKind(item.kind) ? t(`kinds.${item.kind}`) : "";
  if (item.what === "wish" || item.what === "answer") return item.title ?? kind;
  if (item.what === "question") return [item.title, kind].filter(Boolean).join(" · ");
  if (item.what === "joint_request") return [kind, item.organisation].filter(Boolean).join(" · ");
  return kind;
}

function Said({ title, text }: { title?: string; text: string | null }) {
  if (!text) return null;
  return (
    <div>
      {title ? <h3 className="text-base">{title}</h3> : null}
      <p className="measure break-words whitespace-pre-line">{text}</p>
    </div>
  );
}
