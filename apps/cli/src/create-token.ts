import type { Api } from './api.js';
import type { Screen } from './screen.js';

interface Issued {
  readonly token: string;
  readonly expiresAt: string;
}

/** The token alone on its line, so that it can be copied; nobody can show it again. */
export async function createToken(
  instance: Api,
  wanted: { readonly personId: string; readonly days: number },
  screen: Screen,
): Promise<void> {
  const { token, expiresAt } = await instance.post<Issued>('/api/api-tokens', wanted);
  screen.line(token);
  screen.line(`For ${wanted.personId}, until ${expiresAt}. It is shown once; keep it safe.`);
}
