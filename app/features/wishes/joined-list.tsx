import { Link } from "@remix-run/react";
import { useT } from "../../i18n/use-t.tsx";

/** The neighbours' wishes that this household joined, as links; nothing where there are none. Needs `home`. */
export function JoinedList({ joined }: { joined: { id: string; title: string | null }[] }) {
  const t = useT("home");
  if (joined.length === 0) return null;
  return (
    <div>
      <h3 className="font-semibold">{t("joins")}</h3>
      <ul className="mt-1">
        {joined.map(({ id, title }) => (
          <li key={id}>
            <Link to={`/wensen/${id}`} className="inline-flex min-h-11 items-center text-garden underline underline-offset-4">
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
