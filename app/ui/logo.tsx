/** Three roofs around a court. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 40 40" className={className} aria-hidden focusable="false">
      <rect width="40" height="40" rx="10" fill="var(--garden)" />
      <path d="M7 20.5 14 14l7 6.5V31H7z" fill="var(--on-garden)" />
      <path d="m19 16.5 7-6.5 7 6.5V31H23V19.9z" fill="var(--on-garden)" opacity=".75" />
      <path d="M12 31v-5a2 2 0 0 1 4 0v5z" fill="var(--garden)" />
    </svg>
  );
}
