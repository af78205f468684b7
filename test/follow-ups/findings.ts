/** What must never be; each is looked for by somebody who asks nothing of what is judged. */
export const oracles = [
  'questions without an answer, release or attention',
  'releases and nudges at the wrong moment',
  'requests without word by their date',
  'duplicate mails',
  'contradictory mails',
  'mails at night or on a Sunday that could wait',
  'reminders not on their day',
  'mails to people who want none',
  'mails that nobody can read',
] as const;
export type Oracle = (typeof oracles)[number];

/** What was found wrong, with a few examples of each. */
export class Findings {
  private readonly found = new Map<Oracle, string[]>();

  add(oracle: Oracle, what: string): void {
    const known = this.found.get(oracle);
    if (known) known.push(what);
    else this.found.set(oracle, [what]);
  }

  count(oracle: Oracle): number {
    return this.found.get(oracle)?.length ?? 0;
  }

  get broken(): string[] {
    return [...this.found].map(
      ([oracle, all]) =>
        `${all.length} ${oracle}: ${all.slice(0, 3).join('; ')}${all.length > 3 ? '; …' : ''}`,
    );
  }

  get counts(): Record<Oracle, number> {
    return Object.fromEntries(oracles.map((oracle) => [oracle, this.count(oracle)])) as Record<
      Oracle,
      number
    >;
  }
}
