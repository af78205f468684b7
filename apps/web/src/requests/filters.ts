import type { Match } from '../api/matches.js';
import type { Request } from '../api/requests.js';
import { awaited } from '../appointment/story.js';

export const requestFilters = ['open', 'mine', 'agreed', 'over'] as const;
export type RequestFilter = (typeof requestFilters)[number];

/** Whose turn it is: of the school, of the region, of nobody any more. */
export type Turn = 'school' | 'region' | 'agreed' | 'over';

/** `matches` are the appointments that live for it. */
export function turnOf(
  { state, underWay }: Pick<Request, 'state' | 'underWay'>,
  matches: readonly Match[],
): Turn {
  if (matches.some((match) => awaited(match).includes('school'))) return 'school';
  switch (state) {
    case 'needs-info':
    case 'unmet':
      return 'school';
    case 'met':
      return 'agreed';
    case 'withdrawn':
    case 'expired':
      return 'over';
    case 'open':
    case 'partly-met':
      return underWay ? 'agreed' : 'region';
  }
}

const shownBy: Readonly<Record<RequestFilter, readonly Turn[]>> = {
  open: ['region'],
  mine: ['school'],
  agreed: ['agreed'],
  over: ['over'],
};

export interface RequestLine {
  readonly request: Request;
  readonly matches: readonly Match[];
}

/** Those of a filter; without one all that is not over. What waits for the school comes first. */
export function chosenBy(lines: readonly RequestLine[], filter: RequestFilter | undefined): RequestLine[] {
  const turns: readonly Turn[] = filter ? shownBy[filter] : ['school', 'region', 'agreed'];
  const place = ({ request, matches }: RequestLine) => turns.indexOf(turnOf(request, matches));
  return lines.filter((line) => place(line) >= 0).toSorted((a, b) => place(a) - place(b));
}
