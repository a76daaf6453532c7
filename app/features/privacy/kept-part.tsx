import { Facts } from "../../ui/page.tsx";
import type { KeptSubject } from "./kept-of-people.server.ts";

export type KeptWords = Record<"what" | "kept" | "why" | "who" | "basis" | "notInDownload", string>;

/** What is kept of people, a subject at a time, folded until it is opened. */
export function KeptPart({ subjects, words }: { subjects: KeptSubject[]; words: KeptWords }) {
  return (
    <div className="flex flex-col gap-3">
      {subjects.map(({ name, title, why, who, basis, lines }) => (
        <details key={name} className="rounded-card border border-line bg-surface">
          <summary className="min-h-11 cursor-pointer p-3 font-semibold">{title}</summary>
          <div className="flex flex-col gap-4 border-t border-line p-3">
            <Facts facts={[{ name: words.why, value: plain(why) }, { name: words.who, value: plain(who) }, { name: words.basis, value: plain(basis) }]} />
            <table className="w-full text-left">
              <thead>
                <tr className="border-b border-line">
                  <th scope="col" className="py-2 pr-3">{words.what}</th>
                  <th scope="col" className="py-2">{words.kept}</th>
                </tr>
              </thead>
              <tbody className="divide-y divide-line">
                {lines.map(({ table, what, kept, inDownload }) => (
                  <tr key={table}>
                    <th scope="row" className="py-2 pr-3 align-top font-normal">
                      {what}
                      {inDownload ? null : <span className="block text-sm text-ink-soft">{words.notInDownload}</span>}
                    </th>
                    <td className="py-2 align-top">{kept}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      ))}
    </div>
  );
}

const plain = (words: string) => <span className="font-normal">{words}</span>;
