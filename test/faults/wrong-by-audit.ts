import type { Screen } from '../../apps/cli/src/screen.js';
import { Stopped } from '../../apps/cli/src/api.js';

/** What `leerbrug audit` says is wrong; nothing when all is well. */
export async function wrongByAudit(look: (screen: Screen) => Promise<void>): Promise<string[]> {
  const lines: string[] = [];
  try {
    await look({
      line: (text) => void lines.push(text),
      progress: () => ({ at: () => undefined, end: () => undefined }),
    });
    return [];
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return lines.filter((line) => !line.startsWith('yes')).map((line) => `audit: ${line.trim()}`);
  }
}
