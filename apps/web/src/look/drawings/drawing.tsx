import type { ReactNode } from 'react';

interface DrawingProps {
  readonly size?: number;
  readonly children: ReactNode;
}

/** Two colours of line on 64 × 64: what it is in ink, what moves or matters in `className="second"` (the bridge's colour). */
export function Drawing({ size = 64, children }: DrawingProps) {
  return (
    <svg
      aria-hidden
      width={size}
      height={size}
      viewBox="0 0 64 64"
      fill="none"
      stroke="currentColor"
      strokeWidth={2.5}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

/** The lines in the second colour. */
export function Second({ children }: { readonly children: ReactNode }) {
  return <g stroke="var(--bridge)">{children}</g>;
}
