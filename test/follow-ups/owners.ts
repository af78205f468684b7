import {
  HoldWanted,
  MatchApproved,
  MatchConfirmed,
  MatchEnded,
  MatchRefused,
  Refusal,
  eventTypeOf,
  type EventClass,
  type EventEnvelope,
} from '#libs/contracts';
import type { BusMessage } from '#libs/ports/event-bus/port';
import { whenDue } from '../../libs/services/matching/src/domain/afterwards.js';
import { changeRefused, changeSecured } from '../../libs/services/matching/src/domain/changes.js';
import { make, refuseFor, secured, type By } from '../../libs/services/matching/src/domain/life.js';
import type { Made, Match, Wanted } from '../../libs/services/matching/src/domain/match.js';
import {
  questionDelivered,
  questionUndeliverable,
  type Calendars,
} from '../../libs/services/matching/src/domain/await-answer.js';
import { hearOfMatch } from '../../libs/services/requests/src/domain/hear-of-match.js';
import { dueAt, whenDue as whenRequestDue } from '../../libs/services/requests/src/domain/request-clock.js';
import type { Made as MadeRequest, Request } from '../../libs/services/requests/src/domain/request.js';
import type { Agenda } from './agenda.js';
import type { Chance } from './random.js';
import type { Region } from './region.js';
import { regionId } from './region.js';

export interface Kept<S> {
  readonly id: string;
  readonly rev: number;
  readonly state: S;
}

export const minute = 60_000;
export const hour = 60 * minute;
export const dayMs = 24 * hour;

const pace = { nudge: 3, attention: 5, release: 7 };

/** What of the year can be broken on purpose. */
export interface OwnersBroken {
  /** The clock of a question runs on the other side's calendar. */
  readonly otherCalendar?: boolean;
  /** A question counts as delivered when it is asked. */
  readonly deliveredWhenAsked?: boolean;
  /** Nobody looks at the clocks of requests. */
  readonly requestsForgotten?: boolean;
  /** What happens is told a second time under a number of its own. */
  readonly toldTwice?: boolean;
  /** Nobody looks at the clocks of questions. */
  readonly questionsForgotten?: boolean;
}

interface OwnersGiven {
  readonly region: Region;
  readonly agenda: Agenda;
  readonly now: () => number;
  readonly chance: Chance;
  readonly broken: OwnersBroken;
}

/** Matches and requests where their owners keep them, with the owners' own decisions; told on the bus as they tell it. */
export class Owners {
  readonly matches = new Map<string, Kept<Match>>();
  readonly requests = new Map<string, Kept<Request>>();
  /** Not yet on the bus, oldest first. */
  outgoing: BusMessage[] = [];
  private readonly listeners: ((event: object, id: string, match: Match) => void)[] = [];
  private readonly requestListeners: ((id: string, request: Request) => void)[] = [];
  private readonly seqs = new Map<string, number>();

  constructor(private readonly given: OwnersGiven) {}

  /** Hears every event of a match at once, with the match as it is then. */
  onMatch(listener: (event: object, id: string, match: Match) => void): void {
    this.listeners.push(listener);
  }

  /** Hears of every request that is kept, as it is then. */
  onRequest(listener: (id: string, request: Request) => void): void {
    this.requestListeners.push(listener);
  }

  make(id: string, wanted: Wanted, actor: string): void {
    this.keepMatch(id, make(wanted, { actor, now: this.given.now() }), actor);
  }

  /** Whether that was allowed and changed anything. */
  decide(id: string, actor: string, decide: (match: Match, by: By) => Made | null): boolean {
    const kept = this.matches.get(id);
    const made = kept && orRefused(() => decide(kept.state, { actor, now: this.given.now() }));
    if (made) this.keepMatch(id, made, actor);
    return Boolean(made);
  }

  decideRequest(id: string, actor: string, decide: (request: Request) => MadeRequest | null): boolean {
    const kept = this.requests.get(id);
    const made = kept && orRefused(() => decide(kept.state));
    if (made) this.keepRequest(id, made, actor);
    return Boolean(made);
  }

  keepRequest(id: string, { state, events }: MadeRequest, actor: string): void {
    this.requests.set(id, { id, rev: (this.requests.get(id)?.rev ?? 0) + 1, state });
    for (const event of events) this.tell(event, id, actor);
    for (const listener of this.requestListeners) listener(id, state);
    const at = dueAt(state);
    if (at === null || this.given.broken.requestsForgotten) return;
    this.given.agenda.add(Math.max(at, this.given.now()), () => {
      const request = this.requests.get(id);
      if (request && dueAt(request.state) === at)
        this.decideRequest(id, 'service:requests', (now) => whenRequestDue(now, this.given.now()));
    });
  }

  /** What the notifications say of a question. */
  delivered(id: string, told: { question: number; side: 'school' | 'partner'; at: number }): void {
    this.decide(id, 'service:notifications', (match, by) =>
      questionDelivered(match, told, { pace, calendars: this.calendarsOf(match) }, by),
    );
  }

  undeliverable(id: string, told: Parameters<typeof questionUndeliverable>[1]): void {
    this.decide(id, 'service:notifications', (match, by) => questionUndeliverable(match, told, by));
  }

  tell(event: object, key: string, actor: string): void {
    const { type, version } = eventTypeOf(event.constructor as EventClass);
    const topic = type.split('.')[0] as string;
    const seq = (this.seqs.get(`${topic}/${key}`) ?? 0) + 1;
    this.seqs.set(`${topic}/${key}`, seq);
    const envelope: EventEnvelope = {
      id: `${topic}-${key}-${seq}`,
      type,
      version,
      time: new Date(this.given.now()).toISOString(),
      key,
      seq,
      correlationId: `story-${key}`,
      causationId: null,
      actor,
      owners: { regions: [regionId] },
      data: event,
    };
    this.outgoing.push({ topic, key, id: envelope.id, value: Buffer.from(JSON.stringify(envelope)) });
  }

  private keepMatch(id: string, { state, events }: Made, actor: string): void {
    this.matches.set(id, { id, rev: (this.matches.get(id)?.rev ?? 0) + 1, state });
    for (const event of events) {
      this.tell(event, id, actor);
      if (this.given.broken.toldTwice) this.tell(event, id, actor);
      this.hold(event, id);
      this.hearAtRequest(event, id, state);
    }
    for (const event of events) for (const listener of this.listeners) listener(event, id, state);
    this.follow(id);
    if (this.given.broken.deliveredWhenAsked)
      for (const [side, clock] of Object.entries(state.clocks ?? {}))
        if (!clock.deliveredAt && !clock.undeliverable)
          this.delivered(id, { question: clock.question, side: side as 'school', at: this.given.now() });
  }

  private follow(id: string): void {
    const { state, nextAt: at } = this.matches.get(id)?.state as Match;
    if (at === null || (state === 'asked' && this.given.broken.questionsForgotten)) return;
    this.given.agenda.add(Math.max(at, this.given.now()), () => {
      const match = this.matches.get(id)?.state;
      if (match?.nextAt === at)
        this.decide(id, 'service:matching', (due, by) => whenDue(due, by, this.calendarsOf(due)));
    });
  }

  /** What `offers` would say, a moment later. */
  private hold(event: object, id: string): void {
    if (event instanceof MatchApproved && event.match.state === 'holding') {
      const isThere = !this.given.chance.of(0.03);
      this.soon(id, (match, by) =>
        isThere
          ? secured(match, event.match.question, by)
          : refuseFor(match, event.match.question, 'slot-full', by),
      );
    }
    if (event instanceof HoldWanted) {
      const isThere = !this.given.chance.of(0.15);
      this.soon(id, (match, by) =>
        isThere
          ? changeSecured(match, event.question, by)
          : changeRefused(match, event.question, 'person-busy', by),
      );
    }
  }

  private soon(id: string, decide: (match: Match, by: By) => Made | null): void {
    this.given.agenda.add(this.given.now() + 1_000, () => this.decide(id, 'service:offers', decide));
  }

  private hearAtRequest(event: object, id: string, match: Match): void {
    const { requestId } = match;
    if (!requestId) return;
    const heard =
      event instanceof MatchApproved
        ? 'approved'
        : event instanceof MatchConfirmed
          ? 'confirmed'
          : event instanceof MatchRefused || event instanceof MatchEnded
            ? 'ended'
            : undefined;
    if (!heard) return;
    const of = { id, groupIds: match.groups.map(({ groupId }) => groupId) };
    this.decideRequest(requestId, 'service:requests', (request) =>
      hearOfMatch(request, of, heard, this.given.now()),
    );
  }

  private calendarsOf({ schoolLocationId, organisationId }: Match): Calendars {
    const school =
      this.given.region.schools.find(({ id }) => id === schoolLocationId)?.isOff ?? (() => false);
    const partner =
      this.given.region.partners.find(({ id }) => id === organisationId)?.isOff ?? (() => false);
    return this.given.broken.otherCalendar ? { school: partner, partner: school } : { school, partner };
  }
}

function orRefused<T>(decide: () => T | null): T | null {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
