/** The code behind `#` of the link in a mail, as it is typed: "K7QM-3XPA"; nothing when there is none. */
export function codeIn(hash: string): string {
  const code = /^#([0-9A-Za-z]{4})-?([0-9A-Za-z]{4})$/.exec(hash);
  return code ? `${code[1]}-${code[2]}`.toUpperCase() : '';
}

/** The part behind `#` of a link that answers; nothing when it is none. */
export function tokenIn(hash: string): string | undefined {
  return /^#([A-Za-z0-9_-]{43})$/.exec(hash)?.[1];
}
