import { useId } from "react";

/** A part of a whole: how it is called, how much it is, and how light it is drawn, from 0 to 1. */
export type Part = { name: string; value: number; shade: number };

/** One bar of which the parts stand side by side, from dark to light; what they are is written beneath it. */
export function PartBar({ title, description, parts }: { title: string; description: string; parts: Part[] }) {
  const id = useId();
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  const before = (index: number) => parts.slice(0, index).reduce((sum, { value }) => sum + value, 0);
  return (
    <svg role="img" aria-labelledby={`${id}-title ${id}-description`} width="100%" height="1rem" className="overflow-hidden rounded-sm">
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      {parts.map(({ name, value, shade }, index) => (
        <rect key={name} x={`${(before(index) / whole) * 100}%`} width={`${(value / whole) * 100}%`} height="100%" fill={`color-mix(in oklab, var(--garden) ${Math.round(100 - shade * 75)}%, var(--surface))`} stroke="var(--surface)" strokeWidth="2" />
      ))}
    </svg>
  );
}
