import type { Considered, Proposal } from '../api/board.js';
import type { Request } from '../api/requests.js';
import type { Heap } from './search.js';

export interface BoardLine {
  readonly request: Request;
  readonly school: string;
  /** Days since it was asked. */
  readonly age: number;
  readonly best?: Proposal;
  readonly heaps: readonly Heap[];
}

export interface BoardNow {
  readonly requests: readonly Request[];
  readonly considered: readonly Considered[];
  readonly schools: ReadonlyMap<string, string>;
  /** Local date. */
  readonly today: string;
  /** Decided here a moment ago; the server's word is on its way. */
  readonly decided: ReadonlySet<string>;
}

const aDay = 86_400_000;
const newFor = 2;

/** Half-way first, then by the day on which an answer was promised. */
export function linesOf({ requests, considered, schools, today, decided }: BoardNow): readonly BoardLine[] {
  const proposals = new Map(considered.map((each) => [each.requestId, each]));
  return requests
    .filter(({ state }) => state !== 'withdrawn' && state !== 'expired')
    .map((request) => {
      const { proposals: [best] = [], state = 'pending' } = proposals.get(request.id) ?? {};
      const age = daysBetween(request.postedAt, today);
      const waits = decided.has(request.id) || request.underWay;
      const facts = { waits, age, isReady: best !== undefined, isConsidered: state === 'ready' };
      return {
        request,
        school: schools.get(request.schoolLocationId) ?? '',
        age,
        ...(best ? { best } : {}),
        heaps: heapsOf(request, facts),
      };
    })
    .toSorted(
      (a, b) =>
        Number(b.request.halfWay) - Number(a.request.halfWay) ||
        compare(a.request.answerBy, b.request.answerBy) ||
        compare(a.request.postedAt, b.request.postedAt),
    );
}

interface LineFacts {
  readonly waits: boolean;
  readonly age: number;
  readonly isReady: boolean;
  readonly isConsidered: boolean;
}

function heapsOf({ state, halfWay }: Request, { waits, age, isReady, isConsidered }: LineFacts): Heap[] {
  if (state === 'met') return ['done'];
  if (waits) return ['answering'];
  if (state === 'needs-info') return halfWay ? ['half-way', 'school'] : ['school'];
  if (state === 'unmet') return ['unmet'];
  return [
    ...(halfWay ? (['half-way'] as const) : []),
    ...(isReady ? (['ready'] as const) : []),
    ...(!isReady && isConsidered ? (['none'] as const) : []),
    ...(age < newFor ? (['new'] as const) : []),
  ];
}

const others: readonly Heap[] = ['answering', 'school', 'done'];

/** Those that wait for the coordinator: nobody else has the next move, or half the time has passed. */
export function isYours({ heaps }: BoardLine): boolean {
  return heaps.includes('half-way') || !heaps.some((heap) => others.includes(heap));
}

export function inHeap(lines: readonly BoardLine[], heap: Heap | undefined): readonly BoardLine[] {
  return heap ? lines.filter((line) => line.heaps.includes(heap)) : lines.filter(isYours);
}

/** Whether the words stand in its school, groups or title. */
export function hasWords({ request, school }: BoardLine, words: string): boolean {
  const text = [school, request.title, ...request.groups.map(({ name }) => name)].join(' ').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** What comes after a line when it is decided: the next, at the end the one before; nothing when it was the last. */
export function afterDeciding(lines: readonly BoardLine[], id: string): string | undefined {
  const at = lines.findIndex(({ request }) => request.id === id);
  return (lines[at + 1] ?? lines[at - 1])?.request.id;
}

function daysBetween(moment: string, today: string): number {
  return Math.max(0, Math.floor((Date.parse(`${today}T23:59:59Z`) - Date.parse(moment)) / aDay));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
