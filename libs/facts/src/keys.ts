// Source: PostNL postcode rules (4 digits not starting with 0, 2 letters without SA, SD, SS); DUO for BRIN.

/** `8011PK` for `8011 pk`; null for anything else, a bare four-digit code included. */
export function normalisePostcode(text: string): string | null {
  const match = /^([1-9]\d{3}) ?([A-Z]{2})$/.exec(text.trim().toUpperCase());
  if (!match || /^S[ADS]$/.test(match[2]!)) return null;
  return match[1]! + match[2]!;
}

/** A school location's key: BRIN (4 characters) and location (2 digits), `11ZZ03`. A bare BRIN is not one. */
export function isBrin6(text: string): boolean {
  return /^[0-9]{2}[A-Z]{2}[0-9]{2}$/.test(text);
}
