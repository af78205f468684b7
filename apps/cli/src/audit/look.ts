import type { Books, Check, Checked, Violation } from '#libs/runtime';

/** What an installation keeps, as of one moment where that can be had. */
export interface OpenBooks {
  readonly books: Books;
  close(): Promise<void>;
}

export interface Looking {
  /** Opened anew for each look: what was on its way at the first has arrived at a later one. */
  readonly open: () => Promise<OpenBooks>;
  readonly pause: () => Promise<void>;
  /** How often what is wrong is looked at again before it is believed; at least once. */
  readonly looks: number;
}

export interface Finding extends Checked {
  readonly check: Check;
}

/** What each check finds. Wrong is what is still so after every look. */
export async function lookAt(checks: readonly Check[], { open, pause, looks }: Looking): Promise<Finding[]> {
  let findings = await lookOnce(checks, open);
  for (let left = looks; left > 0 && findings.some(({ wrong }) => wrong.length > 0); left -= 1) {
    await pause();
    const doubtful = findings.filter(({ wrong }) => wrong.length > 0);
    const again = new Map<Check, Finding>();
    for (const finding of await lookOnce(
      doubtful.map(({ check }) => check),
      open,
    ))
      again.set(finding.check, finding);
    findings = findings.map((finding) => believed(finding, again.get(finding.check)));
  }
  return findings;
}

async function lookOnce(checks: readonly Check[], open: Looking['open']): Promise<Finding[]> {
  const { books, close } = await open();
  try {
    const findings: Finding[] = [];
    for (const check of checks) findings.push({ check, ...(await check.look(books)) });
    return findings;
  } finally {
    await close();
  }
}

/** What both looks say of one thing. */
function believed(before: Finding, now: Finding | undefined): Finding {
  if (!now) return before;
  const known = new Set(before.wrong.map(textOf));
  return { ...now, wrong: now.wrong.filter((violation) => known.has(textOf(violation))) };
}

const textOf = ({ id, what }: Violation): string => JSON.stringify([id, what]);
