/** One code that was sent. What is kept cannot be turned back into the code or the address. */
export interface SignInCode {
  readonly hmac: string;
  /** HMAC of the address it was asked for. */
  readonly address: string;
  /** Null for an address nobody has: kept all the same, so that asking looks alike. */
  readonly personId: string | null;
  /** Epoch ms */
  readonly expiresAt: number;
  readonly tries: number;
  /** Epoch ms */
  readonly usedAt: number | null;
}

/** What a typed code is, as HMAC; the address only when it was typed too. */
export interface TypedCode {
  readonly hmac: string;
  readonly address?: string;
}

export type Verdict =
  | { readonly is: 'right'; readonly personId: string }
  /** `meant`: who could have signed in, when there is somebody. */
  | { readonly is: 'wrong'; readonly meant: string | null }
  | { readonly is: 'used' | 'expired' | 'too-many-tries' };

export const mostTries = 5;
const mostCodes = 5;

/** The codes of one browser after one more was sent to it; those that died by wrong tries make room for it. */
export function withCode(codes: readonly SignInCode[], code: SignInCode): readonly SignInCode[] {
  return [...codes.filter(({ tries }) => tries < mostTries), code].slice(-mostCodes);
}

/** What a typed code comes to, and the browser's codes afterwards: a wrong one counts for all, a right one ends all. */
export function tryCode(
  codes: readonly SignInCode[],
  typed: TypedCode,
  now: number,
): { readonly verdict: Verdict; readonly codes: readonly SignInCode[] } {
  const meant = codes.find(
    ({ hmac, address }) => hmac === typed.hmac && (typed.address ?? address) === address,
  );
  if (meant?.usedAt) return { verdict: { is: 'used' }, codes };
  if (codes.some(({ tries }) => tries >= mostTries)) return { verdict: { is: 'too-many-tries' }, codes };
  if (meant && meant.expiresAt <= now) return { verdict: { is: 'expired' }, codes };
  if (meant?.personId)
    return {
      verdict: { is: 'right', personId: meant.personId },
      codes: codes.map((code) => ({ ...code, usedAt: code.usedAt ?? now })),
    };
  return {
    verdict: { is: 'wrong', meant: meantBy(codes, typed) },
    codes: codes.map((code) => ({ ...code, tries: code.tries + 1 })),
  };
}

function meantBy(codes: readonly SignInCode[], { address }: TypedCode): string | null {
  return codes.findLast((code) => (address ?? code.address) === code.address)?.personId ?? null;
}
