/** `id` is the offer, slot or request that cannot stand in a market; the message says why. */
export class MarketInvalid extends Error {
  readonly code = 'matching-engine.market-invalid';

  constructor(
    readonly id: string,
    reason: string,
  ) {
    super(`${id}: ${reason}`);
    this.name = 'MarketInvalid';
  }
}

/** @throws MarketInvalid naming the first of these fields that is neither null nor a finite number */
export function mustBeFinite<Field extends string>(
  id: string,
  from: Readonly<Record<Field, number | null>>,
  fields: readonly Field[],
): void {
  for (const field of fields) {
    const value = from[field];
    if (value !== null && !Number.isFinite(value)) throw new MarketInvalid(id, `${field} must be a number`);
  }
}
