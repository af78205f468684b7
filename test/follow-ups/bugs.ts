import type { StoredDocument } from '#libs/ports/document-store/port';
import type { Oracle } from './findings.js';
import type { Answer } from './owner-answers.js';
import type { Somebody } from './region.js';
import type { Around } from './simulation.js';
import type { Broken } from './year.js';

interface Stored extends StoredDocument {
  readonly state: {
    readonly lane?: string;
    readonly phase: string;
    readonly start?: string;
    readonly madeAt?: number;
    readonly nextAt: number | null;
  };
}

export interface Bug {
  readonly broken: Broken;
  /** Who must notice. */
  readonly noticed: Oracle;
}

const days = 86_400_000;

/** The store with another version of what it is told to keep, for one collection. */
function keeping(
  what: 'insert' | 'replace',
  collection: string,
  twist: (document: Stored, before: Stored | undefined) => Stored,
): Around {
  return (store, wake) => {
    const keep: (to: never, document: never) => Promise<void> = store[what].bind(store);
    store[what] = async (to, document) => {
      const isOther = to.name !== collection;
      const given: StoredDocument = document;
      const before: StoredDocument | undefined =
        isOther || what === 'insert' ? undefined : await store.get(to, document.id);
      const kept = isOther ? given : twist(given as Stored, before as Stored | undefined);
      await keep(to as never, kept as never);
      if (kept.nextAt !== null && kept.nextAt !== document.nextAt)
        wake({ collection, id: document.id }, kept.nextAt);
    };
    return store;
  };
}

/** The match as it was read first, for three days. */
function readRarely(answer: Answer, now: () => number): Answer {
  const known = new Map<string, { readonly at: number; readonly read: unknown }>();
  return (service, path) => {
    if (service !== 'matching' || !/^\/api\/matches\/[\w-]+$/.test(path)) return answer(service, path);
    const before = known.get(path);
    if (before && now() - before.at < 3 * days) return before.read;
    const read = answer(service, path);
    known.set(path, { at: now(), read });
    return read;
  };
}

const everybodyWantsAll =
  (answer: Answer): Answer =>
  (service, path) => {
    const read = answer(service, path);
    if (!path.startsWith('/internal/people/')) return read;
    const person = read as Somebody | undefined;
    return person && { ...person, preferences: { ...person.preferences, reminders: true } };
  };

const notifications = 'notifications.notifications';
const followUps = 'notifications.follow-ups';

const atOnce = ({ state, ...document }: Stored): Stored =>
  state.lane === 'quiet' && state.madeAt !== undefined
    ? ({
        ...document,
        nextAt: state.madeAt,
        state: { ...state, lane: 'now', nextAt: state.madeAt, dueAt: state.madeAt },
      } as Stored)
    : { ...document, state };

const asBefore = (document: Stored, before: Stored | undefined): Stored =>
  before && before.state.start !== document.state.start && before.nextAt !== null
    ? { ...document, nextAt: before.nextAt, state: { ...document.state, nextAt: before.nextAt } }
    : document;

/** Mistakes that somebody could make, each with who must notice it. */
export const bugs: Readonly<Record<string, Bug>> = {
  "the clock of the other side's calendar": {
    broken: { owners: { otherCalendar: true } },
    noticed: 'releases and nudges at the wrong moment',
  },
  'release without delivery': {
    broken: { owners: { deliveredWhenAsked: true } },
    noticed: 'releases and nudges at the wrong moment',
  },
  'nobody looks at questions': {
    broken: { owners: { questionsForgotten: true } },
    noticed: 'questions without an answer, release or attention',
  },
  'nobody looks at requests': {
    broken: { owners: { requestsForgotten: true } },
    noticed: 'requests without word by their date',
  },
  'no look at the owner before sending': {
    broken: { answers: readRarely },
    noticed: 'contradictory mails',
  },
  'quiet hours ignored': {
    broken: { around: keeping('insert', notifications, atOnce) },
    noticed: 'mails at night or on a Sunday that could wait',
  },
  'a reminder that does not move': {
    broken: { around: keeping('replace', followUps, asBefore) },
    noticed: 'reminders not on their day',
  },
  'the same told twice as something new': {
    broken: { owners: { toldTwice: true } },
    noticed: 'duplicate mails',
  },
  'unsubscribing ignored': {
    broken: { answers: everybodyWantsAll },
    noticed: 'mails to people who want none',
  },
};
