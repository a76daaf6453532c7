/** A QR code, always dark on white. `label` says what it opens. */
export function QrCode({ qr, label, className }: { qr: { size: number; path: string }; label: string; className?: string }) {
  return (
    <svg viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={label} shapeRendering="crispEdges" className={className}>
      <path d={`M0 0h${qr.size}v${qr.size}H0z`} fill="#ffffff" />
      <path d={qr.path} fill="#000000" />
    </svg>
  );
}
