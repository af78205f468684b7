import { answerByOf, awaited } from '../appointment/story.js';
import type { Match } from '../api/matches.js';
import type { Request } from '../api/requests.js';
import { localDateOf } from '../say/dates.js';

/** What is said of a request: who moves, by when, and of how many of its appointments. */
export type Move =
  | { readonly word: 'you-answer' | 'you-answer.soon'; readonly count: number; readonly by?: string }
  | {
      readonly word:
        Request['state'] | 'unconfirmed' | 'asked' | 'partly-asked' | 'rest-asked' | 'rest-unmet';
      readonly by: string;
    };

type Moving = Pick<Request, 'state' | 'unconfirmed' | 'matchIds' | 'underWay' | 'answerBy'>;

/** Of all that lives for it: what waits for the school goes before the rest, the soonest date before later ones. */
export function moveOf(request: Moving, matches: readonly Match[], today: string): Move {
  const { state, unconfirmed, matchIds, underWay, answerBy: by } = request;
  if (unconfirmed) return { word: 'unconfirmed', by };
  if (state === 'needs-info') return { word: state, by };
  const yours = matches.filter((match) => awaited(match).includes('school'));
  if (yours.length > 0) {
    const [soonest] = yours
      .flatMap((match) => answerByOf(match) ?? [])
      .toSorted((a, b) => Date.parse(a) - Date.parse(b));
    return soonest
      ? { word: 'you-answer', count: yours.length, by: soonest }
      : { word: 'you-answer.soon', count: yours.length };
  }
  if (state === 'open' && matchIds.length > 0) return { word: underWay ? 'asked' : 'partly-asked', by };
  if (state === 'partly-met' && underWay) return { word: 'rest-asked', by };
  if (state === 'partly-met' && localDateOf(by) < today) return { word: 'rest-unmet', by };
  return { word: state, by };
}
