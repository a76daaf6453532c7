import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { desc } from "drizzle-orm";
import { requireResident } from "../../app/features/session/guards.server.ts";
import { measure } from "../../db/schema/sharing.ts";
import { asViewer } from "../../db/viewer.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const resident = await requireResident(args);
  return {
    rows: await asViewer(resident, (tx) =>
      tx
        .select({ id: measure.id, kind: measure.kind, year: measure.year, shownName: measure.shownName, experience: measure.experience })
        .from(measure)
        .orderBy(desc(measure.sharedAt))
        .limit(50),
    ),
  };
}

/** The stack's limit: 50 rows under row-level security through drizzle, as plain as can be. */
export default function BareList() {
  const { rows } = useLoaderData<typeof loader>();
  return (
    <main id="inhoud">
      <h1>Lijst</h1>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <h2>{row.kind}</h2>
            <p>
              {row.shownName} {row.year}
            </p>
            <p>{row.experience}</p>
          </li>
        ))}
      </ul>
    </main>
  );
}
