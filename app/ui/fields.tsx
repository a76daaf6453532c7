import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from "react";
import { useT } from "../i18n/use-t.tsx";

type Labelled = { label: ReactNode; hint?: ReactNode; error?: string; optional?: boolean };
const box = "w-full rounded-xl border bg-surface px-4 py-2.5 text-ink placeholder:text-ink-soft min-h-12";
const edge = (error?: string) => (error ? "border-danger border-2" : "border-line-strong");

function Label({ id, label, hint, error, optional, children }: Labelled & { id: string; children: ReactNode }) {
  const t = useT("common");
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
        {optional ? <span className="font-normal text-ink-soft"> ({t("form.optional")})</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="font-semibold text-danger">
          {error}
        </p>
      ) : null}
      {children}
    </div>
  );
}

const described = (id: string, { hint, error }: Pick<Labelled, "hint" | "error">) => ({
  "aria-describedby": [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined,
  "aria-invalid": error ? true : undefined,
});

/** One line of text. The id is the field's name, so that the error summary can point at it. */
export function TextField({ label, hint, error, optional, className = "", ...rest }: ComponentProps<"input"> & Labelled & { name: string }) {
  const id = rest.id ?? rest.name;
  return (
    <Label {...{ id, label, hint, error, optional }}>
      <input {...rest} id={id} className={`${box} ${edge(error)} ${className}`} {...described(id, { hint, error })} />
    </Label>
  );
}

/** Several lines of text. */
export function TextArea({ label, hint, error, optional, rows = 4, ...rest }: ComponentProps<"textarea"> & Labelled & { name: string }) {
  const id = rest.id ?? rest.name;
  return (
    <Label {...{ id, label, hint, error, optional }}>
      <textarea {...rest} id={id} rows={rows} className={`${box} ${edge(error)}`} {...described(id, { hint, error })} />
    </Label>
  );
}

/** One of a list that folds out. */
export function SelectField({ label, hint, error, optional, children, ...rest }: ComponentProps<"select"> & Labelled & { name: string }) {
  const id = rest.id ?? rest.name;
  return (
    <Label {...{ id, label, hint, error, optional }}>
      <select {...rest} id={id} className={`${box} ${edge(error)}`} {...described(id, { hint, error })}>
        {children}
      </select>
    </Label>
  );
}

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; icon?: ReactNode; disabled?: boolean };

/** One (radio) or several (checkbox) of a few that are all in sight, each large enough for a thumb. */
export function Choices({
  legend,
  hint,
  error,
  name,
  choices,
  chosen,
  several = false,
  columns = false,
}: {
  legend: ReactNode;
  hint?: ReactNode;
  error?: string;
  name: string;
  choices: readonly Choice[];
  chosen?: string | readonly string[] | null;
  several?: boolean;
  columns?: boolean;
}) {
  const id = useId();
  const on = new Set(chosen === undefined || chosen === null ? [] : typeof chosen === "string" ? [chosen] : chosen);
  return (
    <fieldset id={name.replace("[]", "")} aria-describedby={error ? `${id}-error` : hint ? `${id}-hint` : undefined}>
      <legend className="mb-1.5 font-semibold">{legend}</legend>
      {hint ? (
        <p id={`${id}-hint`} className="mb-2 text-sm text-ink-soft">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="mb-2 font-semibold text-danger">
          {error}
        </p>
      ) : null}
      <div className={columns ? "grid gap-2 sm:grid-cols-2" : "flex flex-col gap-2"}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={`flex min-h-12 cursor-pointer items-start gap-3 rounded-xl border bg-surface px-4 py-3 has-checked:border-garden has-checked:bg-garden-soft has-disabled:cursor-not-allowed has-disabled:opacity-60 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-(--focus) ${error ? "border-danger" : "border-line-strong"}`}
          >
            <input
              type={several ? "checkbox" : "radio"}
              name={name}
              value={choice.value}
              defaultChecked={on.has(choice.value)}
              disabled={choice.disabled}
              className="mt-0.5 size-5 shrink-0 accent-(--garden)"
            />
            {choice.icon ? (
              <span aria-hidden className="text-garden [&>svg]:size-6">
                {choice.icon}
              </span>
            ) : null}
            <span>
              <span className="font-semibold">{choice.label}</span>
              {choice.hint ? <span className="block text-sm text-ink-soft">{choice.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What is wrong in a form, at its top, with a link to each field. Gets the focus when it appears. */
export function ErrorSummary({ errors }: { errors?: Record<string, string> | null }) {
  const t = useT("common");
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), [errors]);
  if (!errors || Object.keys(errors).length === 0) return null;
  return (
    <div role="alert" tabIndex={-1} ref={summary} className="rounded-card border-2 border-danger bg-surface p-4">
      <h2 className="text-lg">{t("form.checkThis")}</h2>
      <ul className="mt-2 list-disc pl-5">
        {Object.entries(errors).map(([field, message]) => (
          <li key={field}>
            {field === "form" ? (
              message
            ) : (
              <a href={`#${field}`} className="text-danger underline">
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where somebody is in a form of several pages. */
export function StepsLine({ step, of }: { step: number; of: number }) {
  const t = useT("common");
  return <p className="text-sm text-ink-soft">{t("form.step", { step, of })}</p>;
}
