import { useT } from "../../i18n/use-t.tsx";
import { ButtonLink, Unseen } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";

type Asked = { id: string; question: string; photoId: string | null };

/** The photos that a home is asked for, each with the way to its page. Needs `purchases`. */
export function PhotosOfHome({ signUpId, photos }: { signUpId: string; photos: Asked[] }) {
  const t = useT("purchases");
  if (photos.length === 0) return null;
  return (
    <Section title={t("photo.all")}>
      <ul className="flex flex-col gap-4">
        {photos.map(({ id, question, photoId }) => (
          <li key={id} className="flex flex-col items-start gap-2">
            <p className="font-semibold">{question}</p>
            {photoId ? <img src={`/samen-inkopen/foto/${photoId}`} alt={question} className="aspect-4/3 w-full max-w-60 rounded-xl bg-raised object-cover" /> : null}
            <ButtonLink look={photoId ? "secondary" : "primary"} to={`/samen-inkopen/aanmelding/${signUpId}/foto/${id}`}>
              {t(photoId ? "photo.change" : "photo.add")}
              <Unseen>: {question}</Unseen>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
