import type { Api } from './api.js';
import type { Screen } from './screen.js';

interface Issued {
  readonly token: string;
  readonly expiresAt: string;
}

/** The token alone on its line, so that it can be copied; nobody can show it again. */
export async function createToken(
  instance: Api,
  wanted: { readonly personId: string; readonly days: number; readonly only?: readonly string[] },
  screen: Screen,
): Promise<void> {
  const { token, expiresAt } = await instance.post<Issued>('/api/api-tokens', wanted);
  const what = wanted.only ? `, for ${wanted.only.join(', ')} alone` : '';
  screen.line(token);
  screen.line(`For ${wanted.personId}, until ${expiresAt}${what}. It is shown once; keep it safe.`);
}
