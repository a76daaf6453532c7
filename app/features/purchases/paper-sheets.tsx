import { Logo } from "../../ui/logo.tsx";
import type { SheetPart, Sheets } from "./paper-sheet.ts";

/** Sheets of A4, black on white, each on a page of its own. */
export function PaperSheets({ sheets: { lang, sheets } }: { sheets: Sheets }) {
  return (
    <div lang={lang} className="flex flex-col gap-6 print:block">
      {sheets.map(({ heading, number, count, parts, footer }, index) => (
        <article key={count} className={`flex flex-col gap-4 rounded-card border border-line-strong bg-white p-6 text-[0.95rem] leading-snug text-black sm:p-8 print:block print:space-y-2.5 print:border-0 print:p-0 print:text-[0.76rem] ${index > 0 ? "print:break-before-page" : ""}`}>
          <header className="flex items-center justify-between gap-4">
            <p className="flex items-center gap-3">
              <Logo className="size-8" />
              <span className="font-heading text-lg font-bold">Buurhof</span>
            </p>
            <p className="text-right text-sm print:text-[0.72rem]">
              {number ? <strong className="block">{number}</strong> : null}
              {count}
            </p>
          </header>
          <h2 className="text-2xl break-words print:text-xl">{heading}</h2>
          {parts.map((part, place) => (
            <Part key={place} part={part} />
          ))}
          <footer className="border-t border-black/40 pt-2 text-sm print:text-[0.72rem]">{footer}</footer>
        </article>
      ))}
    </div>
  );
}

function Part({ part: { title, text = [], facts = [], list = [], ticks = [], lines = [], small = [], sign } }: { part: SheetPart }) {
  return (
    <section className="break-inside-avoid">
      {title ? <h3 className="text-base font-bold">{title}</h3> : null}
      {text.map((words) => (
        <p key={words} className="mt-1 break-words whitespace-pre-line">
          {words}
        </p>
      ))}
      {facts.length > 0 ? (
        <dl className="mt-1">
          {facts.map(({ name, value }) => (
            <div key={name} className="grid grid-cols-1 gap-x-4 border-b border-black/20 py-1 sm:grid-cols-[14rem_1fr] print:grid-cols-[12rem_1fr] print:py-0.5">
              <dt>{name}</dt>
              <dd className="break-words">
                {value.map((line, index) => (
                  <span key={line} className={index === 0 ? "block font-semibold" : "block"}>
                    {line}
                  </span>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {list.length > 0 ? (
        <ul className="mt-1 list-disc pl-5">
          {list.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      ) : null}
      {ticks.map(({ question, boxes }, index) => (
        <div key={index} className="mt-2 print:mt-1">
          {question ? <p className="break-words">{question}</p> : null}
          <ul className="mt-1 flex flex-wrap gap-x-8 gap-y-1">
            {boxes.map((words) => (
              <li key={words} className="flex items-start gap-2">
                <span aria-hidden className="mt-0.5 inline-block size-4 shrink-0 border-2 border-black" />
                <span>{words}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {lines.map((label) => (
        <p key={label} className="mt-4 flex items-end gap-3 print:mt-3.5">
          <span className="max-w-[60%] break-words">{label}</span>
          <span aria-hidden className="min-w-24 grow border-b border-black" />
        </p>
      ))}
      {small.map((each) => (
        <p key={each.title} className="mt-1 text-sm break-words print:text-[0.66rem] print:leading-snug">
          <strong>{each.title}</strong> {each.text}
        </p>
      ))}
      {sign ? (
        <div className="mt-12 grid grid-cols-2 gap-8 print:mt-10">
          <p className="border-t border-black pt-1 text-sm">{sign.date}</p>
          <p className="border-t border-black pt-1 text-sm">{sign.signature}</p>
        </div>
      ) : null}
    </section>
  );
}
