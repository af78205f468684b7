import { Controller } from '@nestjs/common';
import {
  ChangeDropped,
  ChangeProposed,
  HoldAnswered,
  HoldWanted,
  MatchApproved,
  MatchAsked,
  MatchConfirmed,
  MatchEnded,
  MatchOptioned,
  RestCancelled,
  type MatchSnapshot,
} from '#libs/contracts';
import { Clock } from '#libs/ports/clock/port';
import { Aggregates, InjectAggregates, OnEvent, type Decision, type EventCause } from '#libs/runtime';
import {
  beginHold,
  confirm,
  countsFrom,
  dropSet,
  giveBack,
  holdNothing,
  keep,
  widen,
  type Hold,
} from '../domain/hold.js';
import { shorten } from '../domain/shorten-hold.js';
import { holdsAggregate } from '../offers.collection.js';
import { PursueHold } from './pursue-hold.js';
import { WhatIsWanted } from './what-is-wanted.js';

/** What matching says of a match decides what is held for it. */
@Controller()
export class HoldConsumer {
  constructor(
    @InjectAggregates(holdsAggregate) private readonly holds: Aggregates<Hold>,
    private readonly wanted: WhatIsWanted,
    private readonly pursue: PursueHold,
    private readonly clock: Clock,
  ) {}

  @OnEvent(MatchApproved)
  async approved({ match, needs }: MatchApproved, cause: EventCause): Promise<void> {
    const { question, sessions } = match;
    const now = this.clock.now();
    const wanted = await this.wanted.execute(match, { question, sessions, needs });
    const begun = isPast(match)
      ? holdNothing(cause.owners, question, now)
      : { state: beginHold(cause.owners, wanted, now) };
    const { document } = await this.holds.create(cause.key, cause, begun);
    await this.pursue.execute(document, cause);
  }

  @OnEvent(HoldWanted)
  async holdWanted({ match, ...asked }: HoldWanted, cause: EventCause): Promise<void> {
    const hold = await this.holds.get(cause.key);
    const wanted = await this.wanted.execute(match, asked, hold?.state);
    await this.change(cause, (state) => widen(state, wanted, this.clock.now()));
  }

  @OnEvent(MatchOptioned)
  optioned({ match }: MatchOptioned, cause: EventCause): Promise<void> {
    return this.change(cause, (hold) => countsFrom(hold, match.question, this.clock.now()));
  }

  @OnEvent(MatchAsked)
  asked({ match }: MatchAsked, cause: EventCause): Promise<void> {
    return this.change(cause, (hold) => countsFrom(hold, match.question, this.clock.now()));
  }

  @OnEvent(MatchConfirmed)
  confirmed({ match }: MatchConfirmed, cause: EventCause): Promise<void> {
    return this.change(cause, (hold) => confirm(hold, match.question, match.sessions, this.clock.now()));
  }

  /** The other side is asked about a change: its set stands beside the older one until that is answered. */
  @OnEvent(ChangeProposed)
  proposed({ match }: ChangeProposed, cause: EventCause): Promise<void> {
    return this.change(cause, (hold) => (match.change ? keep(hold, match.change.question) : null));
  }

  @OnEvent(ChangeDropped)
  dropped({ question }: ChangeDropped, cause: EventCause): Promise<void> {
    return this.change(cause, (hold) => dropSet(hold, question, this.clock.now()));
  }

  @OnEvent(RestCancelled)
  restCancelled({ match }: RestCancelled, cause: EventCause): Promise<void> {
    const { question, requestId, sessions, groups } = match;
    const took = {
      sessions: new Set(sessions.map(({ id }) => id)),
      slotIds: new Set(sessions.flatMap(({ slotId }) => slotId ?? [])),
      demand: new Set(groups.map(({ groupId }) => `${requestId}|${groupId}`)),
    };
    return this.change(cause, (hold) => shorten(hold, question, took, this.clock.now()));
  }

  @OnEvent(MatchEnded)
  ended(_ended: MatchEnded, cause: EventCause): Promise<void> {
    return this.change(cause, (hold) => giveBack(hold, this.clock.now()));
  }

  @OnEvent(HoldAnswered)
  answered({ question, keep: kept }: HoldAnswered, cause: EventCause): Promise<void> {
    return this.change(cause, (hold) =>
      kept ? keep(hold, question) : giveBack(hold, this.clock.now(), (set) => set.question === question),
    );
  }

  /** Decides, then does what follows from it; a repeated event only does what is left to do. */
  private async change(cause: EventCause, decide: (hold: Hold) => Decision<Hold> | null): Promise<void> {
    const { document } = await this.holds.change(cause.key, cause, (hold) => decide(hold));
    await this.pursue.execute(document, cause);
  }
}

/** Recorded afterwards: there is nothing left to hold. */
const isPast = ({ state }: MatchSnapshot): boolean => state === 'held';
