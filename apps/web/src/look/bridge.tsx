interface BridgeProps {
  /** In pixels; twice as wide as high. */
  readonly width?: number;
  /** Left out where a word beside it says the same. */
  readonly label?: string;
  /** How much of the way is gone, from 0 to 1; all of it when left out. */
  readonly crossed?: number;
}

const wholeArc = 88;

/** Two shores and an arc in one line: the logo, what is empty, how far something is. */
export function Bridge({ width = 48, label, crossed = 1 }: BridgeProps) {
  const named = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true };
  return (
    <svg
      {...named}
      width={width}
      height={width / 2}
      viewBox="0 0 96 48"
      fill="none"
      stroke="var(--bridge)"
      strokeWidth={5}
      strokeLinecap="round"
    >
      {crossed < 1 && <path d="M20 41a28 28 0 0 1 56 0" stroke="var(--line)" />}
      <path d="M3 41h17M76 41h17" />
      <path d="M20 41a28 28 0 0 1 56 0" strokeDasharray={`${wholeArc * crossed} ${wholeArc}`} />
    </svg>
  );
}
